/**
 * What people put together when they are asked for a long password. Lists of leaked passwords hold few of 12 characters, and
 * those few are made of these pieces: so the pieces are listed, and whatever is nothing but a few of them is refused.
 */
const PIECES =
  `password passwort passwd pass word secret letmein login logon signin welcome hello admin administrator root user guest test demo default
  changeme change master super manager system server service support office company iloveyou iloveu ilove love lovely baby babygirl princess prince
  sunshine sun moon star dragon monkey tiger football baseball basketball soccer hockey superman batman spiderman pokemon starwars
  trustno freedom whatever computer internet google facebook microsoft windows samsung iphone apple android michael jennifer jordan
  daniel charlie thomas robert jessica ashley michelle nicole anthony andrew joshua matthew summer winter spring autumn monday
  sunday friday january december china chinese beijing shanghai jiangsu suzhou changshu nanjing zhongguo woaini woaiwo woaizhongguo
  aini wode mima nihao nimen women laopo laogong baobao baobei xiaoxiao zhang wang li liu chen yang huang zhao wu zhou xu sun ma zhu
  lin he guo gao luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu
  ding ren yao jianguo xiaoming guanliyuan lingdao caiwu shuju ditu
  qwertyuiop asdfghjkl zxcvbnm qwerty qwert qwer qwe asdfgh asdfg asdf asd zxcvbn zxcvb zxcv zxc qazwsxedc qazwsx qaz wsx edc rfv
  1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik 1q2w3e4r5t 1q2w3e4r 1q2w3e q1w2e3r4 q1w2e3 zaq1 xsw2 abc abcd abcdef abcdefg abcdefgh xyz
  520 521 1314 5201314 1314520 3344520 110 119 120 123 321 147 258 369 159 753 888 666 168 518 789 456 987 654 007
  correct horse battery staple this is my the and new old 我爱你 密码 管理员 中国 你好 测试 领导 系统`.split(/\s+/);

/** What stands for a letter by looking like it. */
const SIGNS: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i' };
const DIGITS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };

const MOST_PIECES = 5;

/** Whether a password is nothing but a few common pieces, runs, years and `words`, whatever stands between them. */
export function isCommonPassword(password: string, words: readonly string[]): boolean {
  const pieces = new Set([...PIECES, ...words.map(squeeze)].filter((piece) => piece !== ''));
  const readings = [password, replace(password, SIGNS), replace(password.replaceAll('!', ''), SIGNS)];
  return readings.some((text) => fewestPieces(squeeze(text), pieces) <= MOST_PIECES);
}

const replace = (text: string, table: Readonly<Record<string, string>>) =>
  text.replace(/./gu, (sign) => table[sign] ?? sign);

const squeeze = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The fewest pieces that make up a text; Infinity when something else is left. */
function fewestPieces(text: string, pieces: ReadonlySet<string>): number {
  const fewest = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; start += 1) {
      const before = fewest[start] as number;
      if (before < best && isPiece(text.slice(start, end), pieces)) best = before + 1;
    }
    fewest.push(best);
  }
  return fewest[text.length] as number;
}

const isPiece = (part: string, pieces: ReadonlySet<string>) =>
  pieces.has(part) ||
  pieces.has(replace(part, DIGITS)) ||
  isRun(part) ||
  isRepeat(part) ||
  /^(19|20)\d\d((0[1-9]|1[0-2])([0-2]\d|3[01])?)?$/.test(part);

/** 12345, abcdef, 98765; two characters are no run. */
function isRun(part: string): boolean {
  if (part.length < 3) return false;
  const step = part.charCodeAt(1) - part.charCodeAt(0);
  if (Math.abs(step) !== 1) return false;
  return [...part.slice(1)].every((_, i) => part.charCodeAt(i + 1) - part.charCodeAt(i) === step);
}

/** aaaa, 121212, abcabcabc. */
const isRepeat = (part: string) => /^(.{1,4}?)\1{2,}$/u.test(part);
