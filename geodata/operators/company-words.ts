/** Legal forms as plain words, longest first where one begins another. They say what kind of company it is, not which. */
export const LEGAL_FORMS: readonly string[] = [
  'limited liability company',
  'national association',
  'incorporated',
  'corporation',
  'company',
  'limited',
  'l l c',
  'l t d',
  'l l p',
  'l p',
  'n a',
  'p c',
  'p a',
  'llc',
  'llp',
  'ltd',
  'inc',
  'corp',
  'co',
  'lp',
  'plc',
  'pllc',
  'pty',
  'gmbh',
  'the',
];

/** Words that are written in short or in full; compared in full. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['const', 'construction'],
  ['constr', 'construction'],
  ['constn', 'construction'],
  ['bldrs', 'builders'],
  ['bldg', 'building'],
  ['gen', 'general'],
  ['mdse', 'merchandise'],
  ['ent', 'enterprises'],
  ['entp', 'enterprises'],
  ['dev', 'development'],
  ['devt', 'development'],
  ['mfg', 'manufacturing'],
  ['svc', 'services'],
  ['svcs', 'services'],
  ['elec', 'electric'],
  ['assn', 'association'],
  ['assoc', 'association'],
  ['intl', 'international'],
  ['mgmt', 'management'],
]);

/** Legal forms of Chinese companies at the end of a name, longest first. */
export const CHINESE_FORMS =
  /(?:股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|有限公司|总公司|分公司|支公司|子公司|公司)$/;

/** What only an organisation is called, in any part of a Chinese name. */
export const CHINESE_ORGANISATION =
  /公司|集团|[厂店行社院所局站部]$|中心|合作社|经营部|工程队|施工队|建筑队|事务所|银行|信用社|委员会|联合体|服务队|超市|农场|工作室/;

/** Trades and kinds of organisation in Latin names: whoever has one in the name is no mere person. */
export const TRADES = new Set(
  `construction builders builder building buildings contractor contractors contracting development developments developer developers
  enterprise enterprises homes roofing plumbing electric electrical mechanical services service supply supplies trading engineering
  industries holdings properties realty remodeling renovations concrete masonry bank banking union financial finance capital lending
  association affiliation management leasing systems solutions group partners properties taxi cab trust merchandise aggregates
  international consultants consulting foundation pools landscaping heating conditioning insurance signs design manufacturing
  residential restoration refrigeration drilling paving painting restaurant store market clinic hospital pharmacy school church
  cooperative coop`.split(/\s+/),
);
