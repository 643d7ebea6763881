import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { isMonopoly } from '../inspector/reasons.ts';
import type { DatasetWords } from '../text/dataset-words.ts';
import type { Speech } from '../text/use-text.ts';

/**
 * The one line beside an area's name: who handled how many, what that covers, how it compares.
 * 214/236 份由范某一人经办；覆盖翻建户 214/238；每百户 26.2，为邻村中位数的 2.4 倍
 */
export function reasonLine(
  area: AreaIndicators,
  words: DatasetWords,
  { t, format, language }: Pick<Speech, 't' | 'format' | 'language'>,
): string {
  const clauses: string[] = [];
  const operator = area.topOperator;
  if (area.tier === 'grey') {
    const minimum = area.parts.find(({ id }) => id === 'sample')?.threshold ?? null;
    return t('line.few', { judged: format.count(area.judged), minimum: format.count(minimum) });
  }
  if (operator !== null) {
    const counts = { operator, top: format.count(area.topRecords), judged: format.count(area.judged) };
    clauses.push(t(isMonopoly(area) ? 'line.monopoly' : 'line.top', counts));
  }
  if (area.tier !== 'yellow' && area.coverageOf !== null && area.coverage !== null) {
    const counts = { holders: format.count(area.topHolders), of: format.count(area.coverageOf) };
    clauses.push(t('line.covers', { ...counts, coverage: words.coverage }));
  }
  if (area.perHundredHouseholds !== null) {
    const rate = format.decimal(area.perHundredHouseholds);
    clauses.push(
      area.neighbourRatio === null
        ? t('line.rate', { rate })
        : t('line.rateAgainst', { rate, ratio: format.decimal(area.neighbourRatio) }),
    );
  } else if (area.hhi !== null) clauses.push(t('line.hhi', { hhi: format.count(area.hhi) }));
  return clauses.join(language === 'zh' ? '；' : '; ');
}
