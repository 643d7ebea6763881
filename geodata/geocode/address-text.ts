import { simplify } from './traditional.ts';

/** Stands for punctuation and brackets, across which no name runs. */
const BREAK = '|';

/** Whatever goes on longer than this is no longer an address. */
const LONGEST = 200;
const PLAIN = /^[\p{Script=Han}0-9]+$/u;
/** What forms say before an address: 户籍地址, 现住, 中国. A name may begin after it. */
const LEAD =
  /^\|?(?:(?:(?:户籍|户口|身份证|现居|现|家庭|联系|通讯|房屋|标的|投保|详细)?(?:所在地|住址|地址|住所|坐落|居住|住)(?:地|于|在|为|是)?|位于|坐落于|中国)\|?)+/u;

/**
 * The forms in which an address is searched: half-width, simplified, brackets and punctuation as breaks, white space first as
 * breaks too (江苏 罗墩村), then as nothing (罗 墩 村). Searching such a form again finds the same form.
 */
export function addressTexts(address: string): string[] {
  const text = address.length <= LONGEST && PLAIN.test(address) ? simplify(address) : plain(address);
  const led = LEAD.exec(text)?.[0];
  const texts = led === undefined || led.endsWith(BREAK) ? text : `${led}${BREAK}${text.slice(led.length)}`;
  if (!/\s/.test(texts)) return [texts];
  return [texts.replace(/[\s|]+/g, BREAK), texts.replace(/\s+/g, '')];
}

const ASCII_OR_HAN = /^[\x20-\x7e\u4e00-\u9fff]*$/;

function plain(address: string): string {
  // Most addresses: nothing there to normalise but brackets.
  if (address.length <= LONGEST && ASCII_OR_HAN.test(address)) {
    return simplify(
      address
        .toLowerCase()
        .replace(/[!-/:-@[-`{-~]+/g, BREAK)
        .trim(),
    );
  }
  return simplify(
    address
      .slice(0, LONGEST)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Cf}+/gu, '')
      .replace(/[\p{P}\p{S}]+/gu, BREAK)
      .trim(),
  );
}

const ALPHANUMERIC = /[a-z0-9]/;
/** Where a name may begin: after a break, a Latin letter or digit, or the last character of an administrative or house unit. */
const BEFORE_NAME = /[|a-z0-9省市州盟县旗区镇乡道处号组队幢与及]/;

export function mayBeginAt(text: string, at: number): boolean {
  return at === 0 || (BEFORE_NAME.test(text[at - 1] as string) && !splitsWord(text, at));
}

/** Whether a position lies within a number or a word in Latin letters. */
export function splitsWord(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && ALPHANUMERIC.test(text[at - 1] as string) && ALPHANUMERIC.test(text[at] as string)
  );
}

/** Follows a name that is only part of the name of a road: 尚湖大道, 旗杆村路. */
export const ROAD = /(?:[东南西北中一二三]{0,2})(?:路|街(?!道)|巷|弄|大道|大街)/y;

const NUMBER = '[0-9一二三四五六七八九十百]';
/**
 * What may follow a village's bare name: the end, a break, a number, a group (十二组), a natural village of two to four
 * characters with its house number (陈家宅23号), or what says where beside it. 新光纺织厂 or 罗墩塘 are other things.
 */
export const AFTER_BARE_NAME = new RegExp(
  `$|\\||[a-z0-9]|第?${NUMBER}+(?:村民小组|小组|组|队|社(?!区)|屯|幢|号)|旁|附近|对面|隔壁|(?!新村|小区)(?:\\p{Script=Han}(?<![路街巷弄道厂店校院司桥河港镇乡县市区])){2,4}${NUMBER}`,
  'uy',
);

/** What a village has of its own and calls by its name: 罗墩小学东50米. A factory or an estate may lie anywhere. */
export const VILLAGE_OWN = /(?:小学|学校|教学点|幼儿园|卫生[室站所]|大队部?|村部|党群服务|便民服务|文化礼堂|警务室)/y;
/** Names that say what an institution is, not whose: 中心小学, 第一幼儿园. */
export const OF_NO_VILLAGE = /^(?:中心|实验|希望|民族|城关|第?[一二三四五六]|完全|九年)$/;
/** A house on a road that a community has its name from: 人民路88号. */
export const HOUSE_ON_ROAD = /\|?[0-9]+(?:\|[0-9]+)*(?:号|弄|幢|$|\|)/y;

/** Whether a sticky pattern matches at a position. */
export function follows(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
