import proj4 from 'proj4';
import { IntakeError } from '../intake/intake-error.ts';
import { quoted, sentence } from '../intake/sentence.ts';
import type { Position } from '../model/place.ts';
import { bd09 } from './bd09.ts';
import type { CoordinateSystem } from './coordinate-system.ts';
import type { Definition } from './definition.ts';
import { findDefinition } from './find-definition.ts';
import { gcj02 } from './gcj02.ts';
import { nameSystem } from './name-system.ts';
import type { Transform } from './transform.ts';

const MAP_SHIFT = {
  zh: '公开的近似公式，与地图服务相差不到 1 米；中国大陆以外不作偏移',
  en: 'By the openly known formula, within a metre of the map services; nothing is moved outside mainland China',
};

const OWN: readonly CoordinateSystem[] = [
  {
    id: 'EPSG:4326',
    title: { zh: 'WGS84 经纬度', en: 'WGS84 degrees' },
    kind: 'degrees',
    note: null,
    toWgs84: degrees,
  },
  {
    id: 'EPSG:4490',
    title: { zh: 'CGCS2000 经纬度', en: 'CGCS2000 degrees' },
    kind: 'degrees',
    note: { zh: '与 WGS84 相差几厘米，视为相同', en: 'Differs from WGS84 by centimetres and is taken as the same' },
    toWgs84: degrees,
  },
  {
    id: 'GCJ-02',
    title: { zh: 'GCJ-02（高德、腾讯）', en: 'GCJ-02 (Amap, Tencent)' },
    kind: 'degrees',
    note: MAP_SHIFT,
    toWgs84: unshifted(gcj02),
  },
  {
    id: 'BD-09',
    title: { zh: 'BD-09（百度）', en: 'BD-09 (Baidu)' },
    kind: 'degrees',
    note: MAP_SHIFT,
    toWgs84: unshifted(bd09),
  },
];

const known = new Map(OWN.map((system) => [system.id, system]));
/** Definitions come from people; so many different ones are kept ready. */
const KEPT = 500;

/**
 * The coordinate system of a name (WGS84, CGCS2000, GCJ-02, BD-09), an EPSG code (`EPSG:4549`) or a definition (proj4 `+proj=…` or
 * WKT, as in a .prj file). Throws an IntakeError that says what to write for one that is not known.
 */
export function knownSystem(crs: string): CoordinateSystem {
  const ready = known.get(crs);
  if (ready !== undefined) return ready;
  const id = nameSystem(crs);
  const found = known.get(id) ?? defined(id);
  if (known.size < KEPT) known.set(id, found);
  return found;
}

/** Takes positions of a system to WGS84; throws an IntakeError for one that lies nowhere in it. An absent system is WGS84. */
export function toWgs84(crs: string | null | undefined): (position: Position) => Position {
  const { title, toWgs84 } = knownSystem(crs || 'EPSG:4326');
  return ([x, y]) => {
    const position = toWgs84(x, y);
    if (position !== null) return position;
    throw new IntakeError(
      sentence(`坐标 ${x}, ${y} 不在 ${title.zh} 的范围内`, `The coordinates ${x}, ${y} lie nowhere in ${title.en}`),
    );
  };
}

function defined(id: string): CoordinateSystem {
  const code = /^EPSG:(\d+)$/.exec(id)?.[1];
  const definition = code === undefined ? given(id) : findDefinition(Number(code));
  if (definition === null) throw unknown(id);
  try {
    const { inverse, oProj } = proj4(definition.proj4);
    const kind = (oProj as { projName?: string } | undefined)?.projName === 'longlat' ? 'degrees' : 'plane';
    const { title, note } = definition;
    return { id, title: code === undefined ? title : named(title, id), kind, note, toWgs84: projected(inverse) };
  } catch (cause) {
    throw unknown(id, cause);
  }
}

const named = ({ zh, en }: Definition['title'], id: string) => ({ zh: `${zh} ${id}`, en: `${en} ${id}` });

/** A definition that somebody gives in full; null when it is none. */
function given(text: string): Definition | null {
  const wkt = /^(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS|BOUNDCRS|COMPOUNDCRS)\s*\[\s*"([^"]*)"/i.exec(text);
  if (wkt === null && !/^\+proj=/.test(text)) return null;
  // proj4 would look for the grid at the first position only, and there is none here.
  if (/nadgrids=(?!@null)/.test(text)) return null;
  const name = wkt?.[1] ?? text;
  const shifted = /\+(?:datum|towgs84)=|WGS|NAD_?(?:19)?83|ETRS|CGCS|China_2000|TOWGS84|GRS/i.test(text);
  const note = {
    zh: '定义中没有到 WGS84 的基准改正，未作改正：位置可能偏一百米以上',
    en: 'The definition names no shift to WGS84; none is applied: positions may be over a hundred metres off',
  };
  return { proj4: text, title: { zh: name, en: name }, note: shifted ? null : note };
}

function unknown(id: string, cause?: unknown): IntakeError {
  const zh =
    `不认识坐标系 ${quoted(id)}；请写 EPSG:4326（WGS84）、EPSG:4490（CGCS2000）、GCJ-02、BD-09、` +
    'EPSG 编号（CGCS2000、西安80、北京54 高斯投影带，UTM，美国州平面），或写出其 proj4 定义（+proj=…）或 .prj 文件中的 WKT';
  const en =
    `The coordinate system ${quoted(id)} is not known; write EPSG:4326 (WGS84), EPSG:4490 (CGCS2000), GCJ-02, BD-09, an EPSG code ` +
    '(Gauss-Krüger zones of CGCS2000, Xian 1980 or Beijing 1954, UTM, US State Plane in feet), or its definition: proj4 (+proj=…) or the WKT of a .prj file';
  return new IntakeError(sentence(zh, en), { cause });
}

function degrees(lng: number, lat: number): Position | null {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}

function unshifted({ inverse }: Transform): CoordinateSystem['toWgs84'] {
  return (lng, lat) => (degrees(lng, lat) === null ? null : inverse([lng, lat]));
}

function projected(inverse: (xy: [number, number]) => [number, number]): CoordinateSystem['toWgs84'] {
  return (x, y) => {
    const [lng = Number.NaN, lat = Number.NaN] = inverse([x, y]);
    return Number.isFinite(lng) && Number.isFinite(lat) ? degrees(lng, lat) : null;
  };
}
