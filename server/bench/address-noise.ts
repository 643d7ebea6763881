import type { Random } from '../../geodata/demo/random.ts';

/** Ways in which addresses come garbled into files; each leaves what the address means as it is. */
export const NOISES = [
  'none',
  'homophone',
  'near-homophone',
  'look-alike',
  'full-width',
  'brackets',
  'spaces',
  'traditional',
  'landmark',
  'lead',
  'repeated',
  'latin',
] as const;
export type Noise = (typeof NOISES)[number];

// What clerks write for what they heard, by the ear of whoever wrote this file: no dictionary of the geocoder's is used here.
const HEARD =
  '墩敦桥侨塘堂庄装家佳新心湖胡杨阳巷项吉极金今龙隆福服明名安按东冬西希南男河合溪吸山衫林临石时沟勾田甜坪平岭领坡泼洪红李理王旺张章徐须陈辰周洲马码高糕永勇联连星兴光广红虹胜圣丰风泉全井景台抬头投口扣上尚大达小晓长常';
const NEARLY_HEARD = '陈程林凌山三曾增金京宁林兰南盘旁真争民明新兴银英春村青亲分风龙农良娘善散章脏水随成沉今经本崩';
const LOOKS_LIKE = '未末士土大太干千泾径渡度岭岑陈阵郑邓谢榭薜薛峰锋湾弯明朋墩礅白百午牛田甲溪奚寨塞塘糖洼娃';
const TRADITIONAL =
  '东東门門马馬龙龍华華兴興庄莊桥橋湾灣陈陳张張杨楊黄黃兰蘭红紅联聯胜勝丰豐云雲万萬义義宝寶关關凤鳳岭嶺岛島镇鎮乡鄉县縣村村号號组組';
const LANDMARKS = ['旁', '村委会旁', '附近', '农贸市场对面', '往东50米', '小学北侧', '超市隔壁'];
const LEADS = ['地址:', '户籍地址', '现住', '215500 ', 'No.7 ', '位于'];

/** One noise on an address whose village is called `stem`; null where it cannot be put on this one. */
export function garble(noise: Noise, address: string, stem: string, random: Random): string | null {
  switch (noise) {
    case 'none':
      return address;
    case 'homophone':
      return swapOne(address, stem, HEARD, random);
    case 'near-homophone':
      return swapOne(address, stem, NEARLY_HEARD, random);
    case 'look-alike':
      return swapOne(address, stem, LOOKS_LIKE, random);
    case 'full-width':
      return /[0-9]/.test(address)
        ? address.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        : null;
    case 'brackets':
      return address.replace(/(\d+组?)$|(\d+)(?=组)/, (found) =>
        random.pick(['(#)', '（#）', '[#]', '【#】', '〔#〕']).replace('#', found),
      );
    case 'spaces':
      return address.replace(/(?<=[市县区旗镇乡道木村])/g, () => random.pick(['', ' ', '  ', '　']));
    case 'traditional':
      return everyPair(address, TRADITIONAL);
    case 'landmark':
      return `${address}${random.pick(LANDMARKS)}`;
    case 'lead':
      return `${random.pick(LEADS)}${address}`;
    case 'repeated':
      return /^.{2,8}?[市县区旗镇乡]/.test(address)
        ? address.replace(/^.{2,8}?[市县区旗镇乡]/, (prefix) => prefix + prefix)
        : null;
    case 'latin':
      return `${address} Bldg.3`;
  }
}

/** One character of the village's name by its partner in the table; null where none has one. */
function swapOne(address: string, stem: string, pairs: string, random: Random): string | null {
  const places = [...stem].flatMap((character, i) => {
    const at = pairs.indexOf(character);
    return at < 0 ? [] : [{ i, other: pairs[at % 2 === 0 ? at + 1 : at - 1] as string }];
  });
  if (places.length === 0 || !address.includes(stem)) return null;
  const { i, other } = random.pick(places);
  return address.replace(stem, `${stem.slice(0, i)}${other}${stem.slice(i + 1)}`);
}

function everyPair(address: string, pairs: string): string | null {
  const written = address.replace(/./gu, (character) => {
    const at = pairs.indexOf(character);
    return at >= 0 && at % 2 === 0 ? (pairs[at + 1] as string) : character;
  });
  return written === address ? null : written;
}
