import type { Random } from './random.ts';

const SURNAMES = [
  ...'陈王李张周徐朱陆顾沈钱吴孙马胡高林何郭罗宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏',
  ...'魏程吕丁任姚卢傅钟姜崔谭廖范汪金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙史陶贺',
];
const MIDDLES = [...'家巷泾塘桥庄东西南北大小'];
const ENDINGS = [...'宅浜湾角基弄里圩埭头园坝'];
const ESTATE_FIRST = [...'虹锦翠碧云香枫景怡康丽瑞金玉兰桂梅竹荷澜'];
const ESTATE_SECOND = [...'景苑湖庭林泉溪岸园华都城桥湾亭洲源和泰安'];
const ESTATE_ENDINGS = ['花园', '新村', '小区', '公寓', '家园', '雅苑'];
const FORMER_FIRST = [...'新永胜建红光明友联合民主先进前丰兴利和平'];
const FORMER_SECOND = [...'胜丰益生联心旺成立华星锋庆荣春岳阳谊业富'];

/** Deals out names of one kind, each once; when they run out the deal begins again and names repeat. */
export interface NameDeal {
  take(): string;
}

/** Natural villages: 陈家宅. All of three characters, so that none is part of another. */
export const hamletNames = (random: Random, isFree: (name: string) => boolean): NameDeal =>
  deal(random, isFree, [SURNAMES, MIDDLES, ENDINGS]);

/** Housing estates: 虹景花园. */
export const estateNames = (random: Random, isFree: (name: string) => boolean): NameDeal =>
  deal(random, isFree, [ESTATE_FIRST, ESTATE_SECOND, ESTATE_ENDINGS]);

/** Villages that were merged away: 永胜村. */
export const formerNames = (random: Random, isFree: (name: string) => boolean): NameDeal =>
  deal(random, isFree, [FORMER_FIRST, FORMER_SECOND, ['村']]);

function deal(random: Random, isFree: (name: string) => boolean, parts: readonly (readonly string[])[]): NameDeal {
  const all = parts.reduce<string[]>((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), ['']);
  const names = random.shuffled(all.filter((name) => isFree(name) && !/(.)\1/u.test(name)));
  let next = 0;
  return { take: () => names[next++ % names.length] as string };
}
