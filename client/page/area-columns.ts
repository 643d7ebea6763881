import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { TIERS } from '../../geodata/model/tier.ts';
import type { DatasetWords } from '../text/dataset-words.ts';
import type { Speech } from '../text/use-text.ts';

export interface AreaColumn {
  readonly id: string;
  readonly title: string;
  readonly numeric: boolean;
  readonly textOf: (area: AreaIndicators) => string;
  /** What the table is sorted by; null always comes last. */
  readonly rankOf: (area: AreaIndicators) => number | string | null;
}

/** The columns of the table of areas: everything that the map and its cards can show. Shares are withheld of grey areas. */
export function areaColumns(words: DatasetWords, { t, format }: Pick<Speech, 't' | 'format'>): AreaColumn[] {
  const share = (area: AreaIndicators, value: number | null) => (area.tier === 'grey' ? null : value);
  const numeric = (
    id: string,
    title: string,
    write: (value: number | null) => string,
    rankOf: (area: AreaIndicators) => number | null,
  ): AreaColumn => ({ id, title, numeric: true, rankOf, textOf: (area) => write(rankOf(area)) });
  const text = (id: string, title: string, rankOf: (area: AreaIndicators) => string | null): AreaColumn => ({
    id,
    title,
    numeric: false,
    rankOf,
    textOf: (area) => rankOf(area) ?? '',
  });
  return [
    text('parent', t('table.parent'), ({ parentName }) => parentName),
    { ...text('tier', t('table.tier'), ({ tier }) => t(`tier.${tier}`)), rankOf: ({ tier }) => TIERS.indexOf(tier) },
    numeric('records', t('summary.records'), format.count, ({ records }) => records),
    numeric('amount', `${t('summary.amount')} ${words.amountUnit}`, format.compact, ({ amount }) => amount),
    numeric('operators', words.operator, format.count, ({ operators }) => operators),
    text('top', t('table.top'), (area) => (area.tier === 'grey' ? null : area.topOperator)),
    {
      ...numeric('topOf', t('table.topOf'), format.count, ({ topRecords }) => topRecords),
      textOf: ({ topRecords, judged }) => `${format.count(topRecords)} / ${format.count(judged)}`,
    },
    numeric('cr1', t('part.share'), format.percent, (area) => share(area, area.cr1)),
    numeric('hhi', 'HHI', format.count, (area) => share(area, area.hhi)),
    numeric('perHundred', t('table.perHundred'), format.decimal, ({ perHundredHouseholds }) => perHundredHouseholds),
    numeric('ratio', t('table.ratio'), format.decimal, ({ neighbourRatio }) => neighbourRatio),
    numeric('coverage', t('part.coverage'), format.percent, (area) => share(area, area.coverage)),
  ];
}

/** Sorted by a column, areas without a value last in either direction, equal ones by code. */
export function sortAreas(
  areas: readonly AreaIndicators[],
  rankOf: AreaColumn['rankOf'],
  order: 'asc' | 'desc',
): AreaIndicators[] {
  const sign = order === 'asc' ? 1 : -1;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return areas.toSorted((one, other) => {
    const a = rankOf(one);
    const b = rankOf(other);
    if (a === null || b === null) return a === b ? byCode(one, other) : a === null ? 1 : -1;
    const difference = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return difference === 0 ? byCode(one, other) : sign * difference;
  });
}

function byCode(one: AreaIndicators, other: AreaIndicators): number {
  return one.code < other.code ? -1 : one.code > other.code ? 1 : 0;
}
