/**
 * Characters that clerks and scanners confuse by their looks (形近字): either they differ in one stroke (己已巳, 未末), or they
 * share their body and differ in the radical (墩礅, 湾弯). Built by those two rules for the characters that occur often in the
 * register of village names; a character stands in one group only.
 */
const GROUPS = [
  ...['己已巳', '未末', '土士', '戊戌戍', '大太犬', '干千于', '日曰目', '人入八', '天夭', '午牛', '王玉主'],
  ...['田由甲申电', '刀力刁', '儿几九', '万方', '贝见', '鸟乌', '石右古', '厂广', '风凤', '今令', '折拆'],
  ...['白百', '木本术', '爪瓜', '北此', '东车', '西酉', '兰三', '丘兵', '子孑', '名各', '仑仓', '冶治', '洪供'],
  ...['沐休', '来耒', '汆氽', '墩礅暾', '泾径经茎', '浜滨', '塘搪糖溏', '岗刚钢', '湾弯', '坡波披陂', '坪评秤'],
  ...['坝坦', '埂硬梗', '垱档挡', '堰揠', '堡煲', '墙樯', '沟构购', '溪奚', '渠架', '湖胡瑚', '港巷'],
  ...['漕槽糟曹', '渡度', '浦蒲埔', '淀定', '洼娃', '桥侨骄轿', '杨扬汤', '柳抑', '榆愉', '枫飒', '桐铜'],
  ...['樟障', '槐愧', '柏伯拍', '桂挂佳', '松讼', '梅悔海', '楼搂', '庄压', '旗族', '蒋将', '陈阵', '郑邓'],
  ...['徐除', '谢榭', '邱邸', '祁祈', '邵绍', '薛薜', '蔡菜', '魏巍', '葛蔼', '寨赛塞', '营宫', '岭岑', '峪裕'],
  ...['崖涯', '峰锋蜂', '岩宕', '垄龚', '郭廓', '泉汞', '龙尤', '阳阴', '明朋', '星昱', '晨辰', '春舂', '胜性'],
  ...['福副', '祥洋详', '禄碌', '贵责', '兴光', '幸辛'],
] as const;

const LOOKS: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap((group) => [...group].map((character) => [character, group[0] as string] as const)),
);

/** One character that stands for all that look like it; the character itself where none does. */
export const lookOf = (character: string): string => LOOKS.get(character) ?? character;
