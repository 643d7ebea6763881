import type { Definition } from './definition.ts';

/** The codes of a family of Gauss-Krüger zones count up from the first, in zones of a width, with or without the zone's number before the easting. */
interface Family {
  readonly first: number;
  readonly width: 3 | 6;
  readonly prefixed: boolean;
  readonly datum: Datum;
}

interface Datum {
  readonly name: string;
  readonly ellipsoid: string;
  readonly note: Definition['note'];
}

const CGCS2000: Datum = { name: 'CGCS2000', ellipsoid: '+ellps=GRS80', note: null };
const XIAN_1980: Datum = {
  name: 'Xian 1980',
  ellipsoid: '+a=6378140 +rf=298.257',
  note: shiftUnknown('西安 1980', 'Xian 1980'),
};
const BEIJING_1954: Datum = {
  name: 'Beijing 1954',
  ellipsoid: '+ellps=krass',
  note: shiftUnknown('北京 1954', 'Beijing 1954'),
};

const FAMILIES: readonly Family[] = [
  { first: 4491, width: 6, prefixed: true, datum: CGCS2000 },
  { first: 4502, width: 6, prefixed: false, datum: CGCS2000 },
  { first: 4513, width: 3, prefixed: true, datum: CGCS2000 },
  { first: 4534, width: 3, prefixed: false, datum: CGCS2000 },
  { first: 2327, width: 6, prefixed: true, datum: XIAN_1980 },
  { first: 2338, width: 6, prefixed: false, datum: XIAN_1980 },
  { first: 2349, width: 3, prefixed: true, datum: XIAN_1980 },
  { first: 2370, width: 3, prefixed: false, datum: XIAN_1980 },
  { first: 21413, width: 6, prefixed: true, datum: BEIJING_1954 },
  { first: 21453, width: 6, prefixed: false, datum: BEIJING_1954 },
  { first: 2401, width: 3, prefixed: true, datum: BEIJING_1954 },
  { first: 2422, width: 3, prefixed: false, datum: BEIJING_1954 },
];
/** Central meridians from 75° to 135° E, every 6° (zones 13 to 23) or 3° (zones 25 to 45). */
const COUNT = { 3: 21, 6: 11 } as const;
const FIRST_ZONE = { 3: 25, 6: 13 } as const;

/** The Gauss-Krüger zone of China that an EPSG code stands for (GB/T 17798: 3° and 6° zones), null when it is none. */
export function gaussKruger(code: number): Definition | null {
  const family = FAMILIES.find(({ first, width }) => code >= first && code < first + COUNT[width]);
  if (family === undefined) return null;
  const { first, width, prefixed, datum } = family;
  const meridian = 75 + width * (code - first);
  const zone = FIRST_ZONE[width] + code - first;
  const easting = 500_000 + (prefixed ? zone * 1_000_000 : 0);
  const [zh, en] = prefixed
    ? [`${width}度带第${zone}带（横坐标带带号）`, `${width}-degree zone ${zone}, easting with the zone's number`]
    : [
        `${width}度带中央经线${meridian}°（横坐标不带带号）`,
        `${width}-degree zone of ${meridian}° E, easting without a zone number`,
      ];
  return {
    proj4: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0 ${datum.ellipsoid} +units=m +no_defs`,
    title: { zh: `${datum.name} ${zh}`, en: `${datum.name} ${en}` },
    note: datum.note,
  };
}

/** Of a datum whose way to WGS84 differs from county to county and is not published. */
export function shiftUnknown(zh: string, en: string): NonNullable<Definition['note']> {
  return {
    zh: `${zh}到 WGS84 的基准改正各地不同且不公开，这里未作改正：位置可能偏几十至一百多米`,
    en: `The shift from ${en} to WGS84 differs by county and is not published; none is applied: positions may be tens to over a hundred metres off`,
  };
}

/** The codes of the CGCS2000 zones that metres from a survey may be in; those with a zone number only where an easting begins with it. */
export function surveyZones(easting: number): number[] {
  const zone = Math.floor(easting / 1_000_000);
  if (zone >= 25 && zone <= 45) return [4513 + zone - 25];
  if (zone >= 13 && zone <= 23) return [4491 + zone - 13];
  if (zone !== 0) return [];
  const codes = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
  return [...codes(4534, COUNT[3]), ...codes(4502, COUNT[6])];
}
