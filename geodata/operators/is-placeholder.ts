import { plainName } from './plain-name.ts';

/** Words that stand where an operator should, as plain names. Whole names only: 无锡建工 is a company, "Self Reliant Solar" too. */
const NOBODY = new Set([
  '',
  '0',
  '00',
  '000',
  'n a',
  'na',
  'nil',
  'none',
  'null',
  'nan',
  'unknown',
  'not applicable',
  'not available',
  'tbd',
  'to be determined',
  'x',
  'xx',
  'xxx',
  'self',
  'self permit',
  'self contractor',
  'self contracted',
  'self employed',
  'owner',
  'home owner',
  'homeowner',
  'property owner',
  'owner builder',
  'owner occupant',
  'same',
  'same as owner',
  '无',
  '暂无',
  '没有',
  '无名',
  '空',
  '空白',
  '不详',
  '不明',
  '未知',
  '未填',
  '未填写',
  '未登记',
  '待定',
  '待补',
  '本人',
  '自己',
  '个人',
  '自建',
  '自办',
  '自行办理',
  '户主',
  '户主本人',
  '农户',
  '农户本人',
  '村民',
  '业主',
  '同上',
]);

/** "SELF CONTRACTOR RESIDENTIAL (SEE APPLICANT INFORMATION)": what kind of self contractor, and where to look. */
const SELF_CONTRACTOR = /^self contract(?:or|ed)(?: (?:residential|commercial))?(?: see applicant information)?$/;
/** "Jones (Homeowner)", "Tommy Moore(Owner),": somebody for themselves, not a trade. */
const FOR_ONESELF = /\((?:home)?\s?owner\)[\s,.]*$|（(?:户主|业主|本人|自建)）\s*$|\((?:户主|业主|本人|自建)\)\s*$/i;

/** Whether a name names nobody who handles business for others. Its records are counted, and no share is computed from them. */
export function isPlaceholder(name: string): boolean {
  const plain = plainName(name);
  return NOBODY.has(plain) || SELF_CONTRACTOR.test(plain) || FOR_ONESELF.test(name);
}
