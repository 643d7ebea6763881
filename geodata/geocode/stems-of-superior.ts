/** The peoples whose names stand in those of autonomous counties and townships: 务川仡佬族苗族自治县. */
const PEOPLES =
  '阿昌|白|保安|布朗|布依|朝鲜|达斡尔|傣|德昂|侗|东乡|独龙|俄罗斯|鄂伦春|鄂温克|高山|仡佬|哈尼|哈萨克|赫哲|回|基诺|京|景颇|柯尔克孜|拉祜|黎|傈僳|珞巴|满|毛南|门巴|蒙古|苗|仫佬|纳西|怒|普米|羌|撒拉|畲|水|塔吉克|塔塔尔|土|土家|佤|维吾尔|乌孜别克|锡伯|瑶|彝|裕固|藏|壮|各';
const UNIT = '街道办事处|街道|苏木|镇|乡|省|自治区|自治州|自治县|自治旗|地区|盟|市|县|旗|区|管理委员会|管委会';
const ENDING = new RegExp(`(?:${UNIT})$`);
const OF_PEOPLES = new RegExp(`(?:(?:${PEOPLES})族?)*(?:${PEOPLES})族(?:自治区|自治州|自治县|自治旗|民族乡|乡|镇)$`);

/**
 * What an area above the villages is called for short: 尚湖镇 → 尚湖, 琴川街道 → 琴川, 务川仡佬族苗族自治县 → 务川. The name itself
 * where less than two characters would be left.
 */
export function stemsOfSuperior(name: string): string[] {
  const stems = [ENDING, OF_PEOPLES].map((ending) => name.replace(ending, '')).filter((stem) => stem.length >= 2);
  const shorter = [...new Set(stems)].filter((stem) => stem !== name);
  return shorter.length > 0 ? shorter : [name];
}
