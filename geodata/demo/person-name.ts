import { keyed, type Random } from './random.ts';

/** The commonest surnames, the frequent ones repeated; 范 is kept for one man. */
const SURNAMES = [
  ...'王王王王李李李李张张张陈陈陈刘刘周周徐徐朱朱陆陆顾顾沈沈钱吴吴孙马胡高林何郭罗宋唐许邓冯韩曹袁蒋杜苏叶',
];
const FIRST = [...'建国文明志海永春秀玉桂雪凤林金水根阿伟小晓丽美红卫学德正国兴家荣'];
const SECOND = [...'华明英平芳强军兰珍良生龙芬娟妹弟福祥清宝林云霞琴珠红元峰洪方勤成'];

/** Full names, none twice: everybody in the county is invented. */
export function inventNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(random.pick(SURNAMES) + random.pick(FIRST) + random.pick(SECOND));
  return [...names];
}

/** The head of a household, the same wherever the household appears. Names repeat across households, as they do in life. */
export function householderOf(seed: number, village: number, household: number): string {
  const of = (characters: readonly string[], salt: number): string =>
    characters[Math.floor(keyed(seed, village, household, salt) * characters.length)] as string;
  const second = keyed(seed, village, household, 4) < 0.8 ? of(SECOND, 3) : '';
  return of(SURNAMES, 1) + of(FIRST, 2) + second;
}
