/** Names that people and files give to the systems that Sunmap knows without proj4, → how mappings write them. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:wgs[\s_-]*(?:19)?84|gps|(?:urn:ogc:def:crs:)?ogc:?(?:1\.3)?:?crs84h?|.*[:/]crs84h?|epsg:+4979)$/i, 'EPSG:4326'],
  [/^(?:cgcs[\s_-]*2000|国家?2000|大地2000)$/i, 'EPSG:4490'],
  [/^(?:gcj[\s_-]*0?2|火星坐标系?|国测局坐标系?|高德|腾讯|amap)$/i, 'GCJ-02'],
  [/^(?:bd[\s_-]*0?9(?:ll)?|百度坐标系?|百度|baidu)$/i, 'BD-09'],
];

/** EPSG:4549, EPSG 4549, 4549, urn:ogc:def:crs:EPSG::4549, http://www.opengis.net/def/crs/EPSG/0/4549. */
const EPSG = /^(?:epsg[:\s]*|(?:urn:|https?:).*epsg[:/].*?[:/])?(\d{4,6})$/i;

/** The one way in which Sunmap writes a system, whatever it was called: `EPSG:…`, `GCJ-02`, `BD-09`, or a definition as it is. */
export function nameSystem(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const named = NAMES.find(([pattern]) => pattern.test(plain));
  if (named) return named[1];
  const code = EPSG.exec(plain)?.[1];
  return code === undefined ? text.trim() : `EPSG:${Number(code)}`;
}
