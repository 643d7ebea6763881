import type { AreaIndicators, Indicator } from '../../geodata/model/indicator.ts';
import type { Shown } from './colour-scale.ts';

/** Kinds that rest on shares: never shown of fewer judged records than the sample minimum. */
const SHARES: ReadonlySet<Indicator['kind']> = new Set(['share', 'hhi']);

/** What the map shows of one area. An area without records is zero, whatever is asked of it. */
export function shownOfArea(area: AreaIndicators, indicator: Indicator, minimum: number): Shown {
  if (indicator.id === 'tier') return 'unknown';
  return shown({ value: area[indicator.id], records: area.records, judged: area.judged }, indicator.kind, minimum);
}

/** The same decision for anything that has a value, records and judged records. */
export function shown(
  { value, records, judged }: { value: number | null; records: number; judged: number },
  kind: Indicator['kind'],
  minimum: number,
): Shown {
  if (records === 0) return 'zero';
  if (SHARES.has(kind) && judged < minimum) return 'few';
  return value === null || Number.isNaN(value) ? 'unknown' : value;
}
