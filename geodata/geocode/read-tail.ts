import type { AddressParts } from './gazetteer.ts';

const NUMBER = '(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,4})';
const GROUP = new RegExp(`第?(${NUMBER})\\|?(?:村民小组|居民小组|村民组|小组|生产队|组|队|社(?!区)|屯)`, 'u');
/** 罗墩村(12)陈家宅23号: the number in brackets is the group. */
const BRACKETED = new RegExp(`^\\|(${NUMBER})(?=\\||$)`, 'u');
/** 罗墩12-23, a door plate without words: group and house. */
const PLATE = /^\|?(\d{1,3})\|(\d{1,4}(?:\|\d{1,3})?)(?=\||$)/;
const HOUSE = /(?:\d+(?:幢|栋|座|号楼|单元)\|?)*\d+(?:\|\d+)*(?:号(?!线|桥|井|桩)|室|户|幢|栋|座)(?:\|?\d+室)?/u;
const HAMLET = new RegExp(`^\\|?(\\p{Script=Han}{2,6}?)(?:自然村)?(?=\\||$|${NUMBER}(?:[号组队幢|]|$)|[0-9])`, 'u');
const NAMED_HAMLET = /(\p{Script=Han}{2,8}?)自然村/u;
/** What stands beside, belongs to everybody, or is a road: no natural village. */
const NO_HAMLET =
  /(?:旁边?|[东西南北前后左右里外内侧]面?|[对侧]面|附近|交界处?|交叉口|路口|处|委员会|居委会|村委会|村部|小学|中学|学校|幼儿园|卫生[室站院所]|[厂店场站所院校馆室路街巷弄道]|公司|超市|银行|中心|大队部?|小区|花园|公寓|广场|市场|大厦)$/u;

/** Group, natural village and house, as read from what follows the village's name. */
export function readTail(text: string): Pick<AddressParts, 'group' | 'hamlet' | 'house'> {
  const plate = PLATE.exec(text);
  if (plate !== null) return { group: plate[1] ?? null, hamlet: null, house: dashed(plate[2] ?? '') };
  const group = BRACKETED.exec(text) ?? GROUP.exec(text);
  const after = group === null ? text : text.slice(group.index + group[0].length);
  const house = HOUSE.exec(after);
  const hamlet = (NAMED_HAMLET.exec(text) ?? HAMLET.exec(group?.index === 0 ? after : text))?.[1] ?? null;
  return {
    group: group?.[1] ?? null,
    hamlet: hamlet === null || NO_HAMLET.test(hamlet) || GROUP.test(hamlet) ? null : hamlet,
    house: house === null ? null : dashed(house[0]),
  };
}

const dashed = (text: string): string => text.replaceAll(/(?<=\d)\|(?=\d)/g, '-').replaceAll('|', '');
