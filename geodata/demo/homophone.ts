import { pinyin } from 'pinyin-pro';

/** Characters that sound alike but for the tone: what a clerk types who hears a village's name. */
const SOUND_ALIKE: Readonly<Record<string, string>> = {
  墩: '敦',
  旗: '其',
  桥: '侨',
  泾: '京',
  浜: '邦',
  塘: '堂',
  庄: '装',
  家: '佳',
  新: '欣',
  湖: '胡',
  杨: '洋',
  蒋: '讲',
  巷: '项',
  苏: '酥',
  吉: '极',
  虞: '余',
  渔: '鱼',
  金: '今',
  明: '名',
  龙: '隆',
  福: '富',
  民: '敏',
  安: '岸',
  东: '冬',
  西: '希',
  南: '男',
  河: '和',
  溪: '西',
  村: '春',
  坝: '霸',
  山: '杉',
  林: '临',
  石: '时',
  沟: '勾',
  田: '甜',
  坪: '平',
  寨: '债',
  岭: '领',
  坡: '泼',
  岗: '刚',
  洪: '红',
  李: '里',
  王: '旺',
  张: '章',
  徐: '许',
  陈: '晨',
  周: '洲',
  马: '码',
  高: '糕',
  永: '勇',
  联: '连',
  星: '兴',
  光: '广',
  红: '洪',
  胜: '盛',
  丰: '峰',
};

/** The name as it is misspelt, e.g. 罗敦 for 罗墩; null where no character lends itself to it. */
export function homophoneOf(name: string): string | null {
  const characters = [...name];
  const at = characters.findLastIndex((character) => character in SOUND_ALIKE);
  if (at < 0) return null;
  const heard = characters.with(at, SOUND_ALIKE[characters[at] as string] as string).join('');
  // Some characters are read otherwise within a word; then the ear would not mistake them.
  return soundOf(heard) === soundOf(name) ? heard : null;
}

/** The syllables without tones. */
export const soundOf = (name: string): string => pinyin(name, { toneType: 'none', separator: ' ', v: true });
