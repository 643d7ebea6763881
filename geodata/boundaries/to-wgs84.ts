import gcoord from 'gcoord';
import proj4 from 'proj4';
import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import { shorten } from '../intake/shorten.ts';
import type { Point } from './turn.ts';

/** Longitude and latitude in degrees of WGS84; NaN where the system has no such point. */
export type ToWgs84 = (point: Point) => Point;

/** WGS84 under its names, and CGCS2000, which differs from it by centimetres. */
const SAME = [
  /CRS:?84h?$/i,
  /^(?:urn:.*|http.*)?\/?EPSG[/:](?:.*[:/])?(?:4326|4490)$/i,
  /^(WGS[ _]?84|CGCS[ _]?2000)$/i,
];
const EPSG = /EPSG[/:](?:.*[:/])?(\d{4,6})$/i;
/** WKT begins with what kind of system it is. */
const WKT = /^(GEOG|PROJ|GEOD|COMPD|BOUND)\w*\[/i;

/**
 * How points of a coordinate system become WGS84: a name or code (EPSG, OGC URN), WKT as a `.prj` has it, a PROJ text, “GCJ-02” or
 * “BD-09”; as they are when nothing is stated. Throws an IntakeError for a system that is not known here.
 */
export function toWgs84(crs: string | null | undefined): ToWgs84 {
  const name = crs?.trim() ?? '';
  if (name === '' || SAME.some((same) => same.test(name))) return (point) => point;
  if (/^GCJ[-_ ]?0?2$/i.test(name)) return shifted(gcoord.GCJ02);
  if (/^BD[-_ ]?0?9$/i.test(name)) return shifted(gcoord.BD09);
  try {
    const code = EPSG.exec(name)?.[1];
    if (code !== undefined && !proj4.defs(`EPSG:${code}`)) throw new Error(`EPSG:${code} is not among the definitions`);
    if (code === undefined && !WKT.test(name) && !name.startsWith('+')) throw new Error('neither code, WKT nor PROJ');
    const { inverse } = proj4(code === undefined ? name : `EPSG:${code}`);
    return ([x = Number.NaN, y = Number.NaN]) => attempt(inverse, [x, y]);
  } catch (cause) {
    throw new IntakeError(
      sentence(
        `坐标系是“${shorten(name, 80)}”，这里不认识；请给出 .prj 的 WKT 或 PROJ 定义，或先转换为 WGS84（EPSG:4326）或 CGCS2000（EPSG:4490）`,
        `The coordinates are in “${shorten(name, 80)}”, which is not known here; give its WKT or PROJ definition, or convert them to WGS84 degrees (EPSG:4326) or CGCS2000 (EPSG:4490) first`,
      ),
      { cause },
    );
  }
}

function shifted(system: typeof gcoord.GCJ02 | typeof gcoord.BD09): ToWgs84 {
  return ([x = Number.NaN, y = Number.NaN]) => gcoord.transform([x, y], system, gcoord.WGS84);
}

/** Projections refuse points that are not finite, or beyond their reach, by throwing. */
function attempt(inverse: (point: [number, number]) => [number, number], point: [number, number]): Point {
  try {
    return inverse(point);
  } catch {
    return [Number.NaN, Number.NaN];
  }
}
