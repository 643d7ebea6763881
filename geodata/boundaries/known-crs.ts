import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';

/** WGS84 under its names, and CGCS2000, which differs from it by centimetres. */
const KNOWN = [
  /CRS:?84h?$/i,
  /EPSG\/?:(?:.*[:/])?(?:4326|4490)$/i,
  /^(?:urn:.*|http.*)\/?EPSG[:/].*[:/](?:4326|4490)$/i,
];

/** Throws an IntakeError when a file states coordinates of another system: moved silently, they would be wrong on the map. */
export function requireKnownCrs(crs: string | null | undefined): void {
  if (!crs || KNOWN.some((known) => known.test(crs.trim()))) return;
  throw new IntakeError(
    sentence(
      `坐标系是“${crs}”；请先转换为 WGS84 经纬度（EPSG:4326）或 CGCS2000（EPSG:4490）`,
      `The coordinates are in “${crs}”; convert them to WGS84 degrees (EPSG:4326) or CGCS2000 (EPSG:4490) first`,
    ),
  );
}
