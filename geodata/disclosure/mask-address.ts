// No digit may stand in what is kept: “12组” or “23号” would say which house it is.
const KEPT = [/^[^\d０-９]+?(?:村委会|居委会|社区|村)/u, /^[^\d０-９]+?(?:街道|镇|乡|开发区)/u, /^[^\d０-９]+?[市县]/u];

/**
 * An address as far as the village, or the town where no village is named: 尚湖镇罗墩村(12)陈家宅23号 → 尚湖镇罗墩村***. An address
 * in which neither can be made out is hidden altogether.
 */
export function maskAddress(address: string): string {
  const text = address.trim();
  if (text === '') return '';
  const [kept = ''] = KEPT.flatMap((pattern) => text.match(pattern) ?? []);
  return kept === text ? text : `${kept}***`;
}
