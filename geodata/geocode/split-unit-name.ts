/** 村 is a village (in Inner Mongolia 嘎查), 居 a community (社区); null when the name says neither, as natural villages and estates do. */
export type UnitKind = '村' | '居' | null;

const VILLAGE = /^(.+?)(?:村民委员会|村委会|村委|行政村)$/;
const COMMUNITY = /^(.+?)(?:社区)?(?:居民委员会|居委会|居委)$/;

/**
 * The part of a village's or community's name that people use in every spelling, and its kind: 罗墩村委会 → 罗墩 村,
 * 花园浜社区居委会 → 花园浜 居. A single character is no name: 李村 keeps its 村; and 新村 belongs to the name of an estate.
 */
export function splitUnitName(name: string): { stem: string; kind: UnitKind } {
  const village = VILLAGE.exec(name)?.[1];
  if (village !== undefined) return { stem: village.length > 2 ? withoutVillage(village) : village, kind: '村' };
  const community = COMMUNITY.exec(name)?.[1];
  if (community !== undefined) return { stem: community, kind: '居' };
  if (name.endsWith('社区')) return { stem: withoutEnding(name, '社区'), kind: '居' };
  if (name.endsWith('嘎查')) return { stem: withoutEnding(name, '嘎查'), kind: '村' };
  if (name.endsWith('村')) return { stem: withoutEnding(name, '村'), kind: '村' };
  return { stem: name, kind: null };
}

const withoutVillage = (name: string): string => ['村', '嘎查', '社区'].reduce(withoutEnding, name);

function withoutEnding(name: string, ending: string): string {
  if (!name.endsWith(ending) || (ending === '村' && name.endsWith('新村'))) return name;
  const stem = name.slice(0, -ending.length);
  return stem.length >= 2 ? stem : name;
}
