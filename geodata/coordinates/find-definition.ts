import type { Definition } from './definition.ts';
import { gaussKruger, shiftUnknown } from './gauss-kruger.ts';
import { STATE_PLANE } from './state-plane.ts';

const NAD83: Definition['note'] = {
  zh: 'NAD83 与 WGS84 相差一至两米，未作改正',
  en: 'NAD83 differs from WGS84 by one to two metres; no correction is applied',
};

/** Systems that stand alone. */
const SINGLE: ReadonlyMap<number, Definition> = new Map([
  [
    3857,
    define(
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs',
      'Web 墨卡托',
      'Web Mercator',
    ),
  ],
  [4258, define('+proj=longlat +ellps=GRS80 +no_defs', 'ETRS89 经纬度', 'ETRS89 degrees')],
  [4269, define('+proj=longlat +datum=NAD83 +no_defs', 'NAD83 经纬度', 'NAD83 degrees', NAD83)],
  [
    4214,
    define(
      '+proj=longlat +ellps=krass +no_defs',
      '北京 1954 经纬度',
      'Beijing 1954 degrees',
      shiftUnknown('北京 1954', 'Beijing 1954'),
    ),
  ],
  [
    4610,
    define(
      '+proj=longlat +a=6378140 +rf=298.257 +no_defs',
      '西安 1980 经纬度',
      'Xian 1980 degrees',
      shiftUnknown('西安 1980', 'Xian 1980'),
    ),
  ],
]);

/** The system of an EPSG code, for the codes and families known here; null for others. WGS84 and CGCS2000 degrees are not among them. */
export function findDefinition(code: number): Definition | null {
  return SINGLE.get(code) ?? gaussKruger(code) ?? utm(code) ?? statePlane().get(code) ?? null;
}

/** Universal Transverse Mercator: WGS84 north 326zz and south 327zz, NAD83 269zz, ETRS89 258zz. */
function utm(code: number): Definition | null {
  const zone = code % 100;
  const within = (first: number, last: number) => code >= first && code <= last;
  const make = (datum: string, name: string, note: Definition['note'] = null, half = 'N', south = '') =>
    define(
      `+proj=utm +zone=${zone}${south} ${datum} +units=m +no_defs`,
      `${name} UTM ${zone}${half} 带`,
      `${name} UTM zone ${zone}${half}`,
      note,
    );
  if (within(32601, 32660)) return make('+datum=WGS84', 'WGS84');
  if (within(32701, 32760)) return make('+datum=WGS84', 'WGS84', null, 'S', ' +south');
  if (within(26901, 26923)) return make('+datum=NAD83', 'NAD83', NAD83);
  if (within(25828, 25838)) return make('+ellps=GRS80', 'ETRS89');
  return null;
}

let zones: ReadonlyMap<number, Definition> | undefined;

/** The State Plane zones of the United States in feet, by code. */
export function statePlane(): ReadonlyMap<number, Definition> {
  zones ??= new Map(STATE_PLANE.trim().split('\n').map(readZone));
  return zones;
}

function readZone(line: string): [number, Definition] {
  const [code, name, projection, unit, lat, lng, scale = '', east, north] = line.split('|');
  const shape = projection === 'tmerc' ? `+k=${scale}` : `+lat_1=${scale.split('/')[0]} +lat_2=${scale.split('/')[1]}`;
  const proj4 = `+proj=${projection} +lat_0=${lat} +lon_0=${lng} ${shape} +x_0=${east} +y_0=${north} +datum=NAD83 +units=${unit} +no_defs`;
  const feet = unit === 'ft' ? { zh: '国际英尺', en: 'feet' } : { zh: '美国测量英尺', en: 'US survey feet' };
  const title = { zh: `美国州平面 ${name}（${feet.zh}）`, en: `State Plane ${name} (${feet.en})` };
  return [Number(code), { proj4, title, note: NAD83 }];
}

function define(proj4: string, zh: string, en: string, note: Definition['note'] = null): Definition {
  return { proj4, title: { zh, en }, note };
}
