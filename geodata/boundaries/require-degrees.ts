import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import type { Point } from './turn.ts';

/**
 * Throws an IntakeError when most features of a file that states no coordinate system lie outside of degrees: it is projected, and
 * each of its features would be rejected for the same reason. Says which systems such numbers are usual in. Degrees the wrong way round
 * are no projection, and left to the single features.
 */
export function requireDegrees(features: readonly unknown[]): void {
  const points = features.map(firstPoint).filter((point) => point !== null);
  const outside = points.filter(([x = 0, y = 0]) => Math.abs(x) > 360 || Math.abs(y) > 360);
  const [x = 0, y = 0] = outside[0] ?? [];
  if (outside.length === 0 || outside.length * 2 <= points.length) return;
  const [zh, en] = usualIn(x, y);
  const at = `(${Math.round(x)}, ${Math.round(y)})`;
  throw new IntakeError(
    sentence(
      `文件没有说明坐标系，而坐标如 ${at} 不是经纬度：${zh}。请指定坐标系后再导入`,
      `The file states no coordinate system, and coordinates like ${at} are not degrees: ${en}. State the system and load it again`,
    ),
  );
}

/** Narrowest first: what the numbers allow, in words. */
function usualIn(x: number, y: number): readonly [zh: string, en: string] {
  const zone = Math.floor(x / 1e6);
  if (y > 1.5e6 && y < 6e6 && zone >= 25 && zone <= 45 && x % 1e6 > 2e5 && x % 1e6 < 8e5) {
    return [
      `像高斯-克吕格 3 度带第 ${zone} 带（CGCS2000 为 EPSG:${4513 + zone - 25}）`,
      `this looks like Gauss-Krüger, 3° zone ${zone} (for CGCS2000, EPSG:${4513 + zone - 25})`,
    ];
  }
  if (x > 0 && x < 1e6 && y > 0 && y < 1e7) {
    return [
      '像以米为单位的高斯-克吕格或 UTM，须说明中央经线（例如 EPSG:4549 为 CGCS2000、120°E；EPSG:32651 为 UTM 51N）',
      'this looks like metres of Gauss-Krüger or UTM, and its central meridian must be stated (EPSG:4549: CGCS2000, 120°E; EPSG:32651: UTM 51N)',
    ];
  }
  if (x > 0 && x < 1e7 && y > 0 && y < 1e7) {
    return [
      '像以英尺为单位的美国州平面坐标（例如芝加哥为 EPSG:3435）',
      'this looks like US State Plane feet (for Chicago, EPSG:3435)',
    ];
  }
  return ['像投影坐标（网络地图为 EPSG:3857）', 'this looks projected (web maps: EPSG:3857)'];
}

function firstPoint(feature: unknown): Point | null {
  let here: unknown = (feature as { geometry?: { coordinates?: unknown } | null } | null)?.geometry?.coordinates;
  while (Array.isArray(here) && Array.isArray(here[0])) here = here[0];
  return Array.isArray(here) && typeof here[0] === 'number' && typeof here[1] === 'number' ? (here as number[]) : null;
}
