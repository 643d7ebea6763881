import type { Position } from '../model/place.ts';
import { CHANGSHU, CHANGSHU_OUTLINE, CHANGSHU_SEATS } from './changshu.ts';
import type { CountyDivision } from './county-division.ts';
import { type Plane, type Point, planeAt } from './plane.ts';
import { provincePoint } from './province-point.ts';
import { Random } from './random.ts';

/** Where the county lies: a ring in kilometres, not closed, and where its towns' centres are known to be. */
export interface Outline {
  readonly plane: Plane;
  readonly ring: readonly Point[];
  readonly seats: ReadonlyMap<string, Point>;
}

const KM2_PER_VILLAGE = 3;

/** 常熟 has an outline drawn by hand; any other county becomes a blob near the middle of its province, sized by its villages. */
export function outlineOf(county: CountyDivision): Outline {
  return county.code === CHANGSHU ? changshu() : blob(county);
}

function changshu(): Outline {
  const plane = planeAt([120.8, 31.69]);
  const seats = Object.entries(CHANGSHU_SEATS).map(([code, seat]) => [code, plane.toPlane(seat)] as const);
  return { plane, ring: CHANGSHU_OUTLINE.map(plane.toPlane), seats: new Map(seats) };
}

/** The same county code always gives the same blob, whatever the seed of its records. */
function blob(county: CountyDivision): Outline {
  const random = Random.of(Number(county.code), 'outline');
  const middle = provincePoint(county.code);
  const origin: Position = [middle[0] + random.between(-0.9, 0.9), middle[1] + random.between(-0.7, 0.7)];
  const villages = county.towns.reduce((sum, town) => sum + town.villages.length, 0);
  const radius = Math.sqrt((villages * KM2_PER_VILLAGE) / Math.PI);
  const waves = [2, 3, 5, 7].map((turns) => ({ turns, size: 0.28 / turns, phase: random.between(0, 2 * Math.PI) }));
  const ring = Array.from({ length: 48 }, (_, i): Point => {
    const angle = (-2 * Math.PI * i) / 48;
    const r = radius * waves.reduce((sum, wave) => sum + wave.size * Math.sin(wave.turns * angle + wave.phase), 1);
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
  return { plane: planeAt(origin), ring, seats: new Map() };
}

/** Even-odd rule; points on the line may fall on either side. */
export function isInside(ring: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point;
    const [xj, yj] = ring[j] as Point;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
