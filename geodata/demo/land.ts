import { type Borders, CROSSING_RANGE, traceBorders } from './borders.ts';
import type { CountyDivision } from './county-division.ts';
import { type Crowd, type Mesh, makeMesh } from './mesh.ts';
import { isInside, outlineOf } from './outline.ts';
import { partition, type Seed } from './partition.ts';
import type { Plane, Point } from './plane.ts';
import { Random } from './random.ts';
import type { VillageName } from './village-name.ts';

/** The ground plan of a county: which vertex of the mesh belongs to which village. */
export interface Land {
  readonly plane: Plane;
  readonly mesh: Mesh;
  readonly borders: Borders;
  /** The vertices of each village, in the order of the villages. */
  readonly vertices: readonly (readonly number[])[];
  /** For each vertex a radius in kilometres: the disc round the vertex lies within its village. */
  readonly clearance: Float64Array;
}

const VERTICES_PER_VILLAGE = 36;
const VERTICES_PER_COMMUNITY = 18;
/** The size of a town's community beside that of a village. */
const COMMUNITY_SIZE = 0.16;

/** Lays out towns within the county and villages within each town. Depends on the division only, not on any seed of records. */
export function layOut(county: CountyDivision, villages: readonly VillageName[]): Land {
  const random = Random.of(Number(county.code), 'land');
  const outline = outlineOf(county);
  const seats = county.towns.map((town) => outline.seats.get(town.code) ?? pointInside(outline.ring, random));
  const towns = county.towns.map((_, t) => villages.filter((village) => village.town === t));
  const townSeeds = seats.map((at, t) => ({
    at,
    size: (towns[t] ?? []).reduce((sum, village) => sum + (village.rural ? 1 : COMMUNITY_SIZE), 0.2),
    fixed: outline.seats.has(county.towns[t]?.code ?? ''),
  }));
  const { mesh, townOf } = divideIntoTowns(outline.ring, { towns, seats, townSeeds, random });
  const owner = new Int32Array(mesh.x.length).fill(-1);
  const indexOf = new Map(villages.map((village, index) => [village, index]));
  for (const [t, own] of towns.entries()) {
    const members = mesh.inside.filter((_, m) => townOf[m] === t);
    const labels = partition(mesh, members, villageSeeds(own, seats[t] as Point, { mesh, members, random }));
    for (const [m, vertex] of members.entries())
      owner[vertex] = indexOf.get(own[labels[m] as number] as VillageName) ?? -1;
  }
  const vertices: number[][] = villages.map(() => []);
  for (const vertex of mesh.inside) vertices[owner[vertex] as number]?.push(vertex);
  const borders = traceBorders(mesh, owner, outline.plane);
  return { plane: outline.plane, mesh, borders, vertices, clearance: clearances(mesh, owner) };
}

interface Towns {
  readonly towns: readonly (readonly VillageName[])[];
  readonly seats: readonly Point[];
  readonly townSeeds: readonly Seed[];
  readonly random: Random;
}

/** On a mesh fine enough that every town has a vertex for each of its villages, however small its share of the ground. */
function divideIntoTowns(
  ring: readonly Point[],
  { towns, seats, townSeeds, random }: Towns,
): { mesh: Mesh; townOf: Int32Array } {
  const villages = towns.reduce((sum, own) => sum + own.length, 0);
  for (let density = 1; ; density *= 2) {
    const mesh = makeMesh(ring, density * VERTICES_PER_VILLAGE * villages, crowds(towns, seats, density), random);
    const townOf = partition(mesh, mesh.inside, townSeeds);
    const room = new Uint32Array(towns.length);
    for (const t of townOf) room[t] = (room[t] as number) + 1;
    if (towns.every((own, t) => (room[t] as number) >= 2 * own.length)) return { mesh, townOf };
  }
}

function pointInside(ring: readonly Point[], random: Random): Point {
  const reach = Math.max(...ring.flat().map(Math.abs));
  for (;;) {
    const point: Point = [random.between(-reach, reach), random.between(-reach, reach)];
    if (isInside(ring, ...point)) return point;
  }
}

/** Communities are small, so a town's centre needs a finer mesh. */
function crowds(towns: readonly (readonly VillageName[])[], seats: readonly Point[], density: number): Crowd[] {
  return towns.map((own, t) => {
    const communities = own.filter((village) => !village.rural).length;
    return {
      at: seats[t] as Point,
      spread: spreadOf(communities),
      vertices: density * VERTICES_PER_COMMUNITY * communities,
    };
  });
}

/** Kilometres over which a town's communities lie scattered. */
const spreadOf = (communities: number): number => 0.5 * Math.sqrt(communities + 1);

interface Ground {
  readonly mesh: Mesh;
  readonly members: readonly number[];
  readonly random: Random;
}

/** Communities begin on the ground nearest to the town's seat, villages anywhere; each on a vertex of its own. */
function villageSeeds(own: readonly VillageName[], seat: Point, { mesh, members, random }: Ground): Seed[] {
  const fromSeat = (vertex: number) =>
    Math.hypot((mesh.x[vertex] as number) - seat[0], (mesh.y[vertex] as number) - seat[1]);
  const communities = own.filter((village) => !village.rural).length;
  const nearest = [...members].sort((a, b) => fromSeat(a) - fromSeat(b));
  const core = Math.min(members.length - (own.length - communities), VERTICES_PER_COMMUNITY * communities);
  const inTown = random.shuffled(nearest.slice(0, core));
  const outside = random.shuffled([...nearest.slice(core), ...inTown.slice(communities)]);
  return own.map(({ rural }) => {
    const vertex = (rural ? outside : inTown).pop() as number;
    const size = random.lognormal(rural ? 1 : COMMUNITY_SIZE, 0.3);
    return { at: [mesh.bentX[vertex] as number, mesh.bentY[vertex] as number], size, fixed: false };
  });
}

/**
 * A triangle whose three corners belong to one village lies in it whole; in any other at least the corner up to the nearest
 * crossing does. The disc round a vertex is limited by the lowest of these corners.
 */
function clearances(mesh: Mesh, owner: Int32Array): Float64Array {
  const result = new Float64Array(mesh.x.length).fill(Number.POSITIVE_INFINITY);
  for (let t = 0; t < mesh.triangles.length; t += 3) {
    const corners = mesh.triangles.subarray(t, t + 3) as unknown as [number, number, number];
    const reach = new Set(corners.map((vertex) => owner[vertex])).size === 1 ? 1 : CROSSING_RANGE[0];
    for (let k = 0; k < 3; k++) {
      const [a, b, c] = [corners[k], corners[(k + 1) % 3], corners[(k + 2) % 3]] as [number, number, number];
      result[a] = Math.min(result[a] as number, reach * altitude(mesh, a, b, c));
    }
  }
  return result;
}

/** The distance of a from the line through b and c. */
function altitude({ x, y }: Mesh, a: number, b: number, c: number): number {
  const dx = (x[c] as number) - (x[b] as number);
  const dy = (y[c] as number) - (y[b] as number);
  const cross = dx * ((y[a] as number) - (y[b] as number)) - dy * ((x[a] as number) - (x[b] as number));
  return Math.abs(cross) / Math.hypot(dx, dy);
}
