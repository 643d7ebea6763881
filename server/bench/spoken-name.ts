/** How people call a registered village: 罗墩村委会 → 罗墩村, 花园浜社区居委会 → 花园浜社区; and for short: 罗墩, 花园浜. */
export interface SpokenName {
  readonly name: string;
  readonly short: string;
}

export function spokenName(registered: string): SpokenName {
  const name = registered
    .replace(/(?:村村民|村村|村民|村)(?:委员会|委会)$/, '村')
    .replace(/(?:社区)?(?:居民委员会|居委会)$/, '社区');
  const short = name.replace(/(?:村|社区|嘎查)$/, '');
  return { name, short: short.length < 2 || /(?:新村|小区)$/.test(name) ? name : short };
}
