import type { Indicator } from '../../geodata/model/indicator.ts';
import type { Format } from '../text/format.ts';
import type { Speech } from '../text/use-text.ts';

/** `25% – 50%`, `≥ 80%`, and for whole numbers `13 – 40`, the last number included. */
export function rangeText(
  { from, until }: { readonly from: number | null; readonly until: number | null },
  kind: Indicator['kind'],
  { t, format }: Pick<Speech, 't' | 'format'>,
): string {
  const write = valueText(kind, format);
  if (from === null) return until === null ? '' : t('legend.below', { until: write(until) });
  if (until === null) return t('legend.atLeast', { from: write(from) });
  if (kind === 'count' && until - 1 <= from) return write(from);
  return t('legend.between', { from: write(from), until: write(kind === 'count' ? until - 1 : until) });
}

/** How values of a kind of indicator are written. */
function valueText(kind: Indicator['kind'], format: Format): (value: number | null) => string {
  if (kind === 'share') return format.percent;
  if (kind === 'money') return format.compact;
  if (kind === 'count' || kind === 'hhi') return format.count;
  return format.decimal;
}
