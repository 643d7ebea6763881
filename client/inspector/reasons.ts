import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import type { TierPartId } from '../../geodata/model/tier.ts';
import type { DatasetWords } from '../text/dataset-words.ts';
import type { Speech } from '../text/use-text.ts';

type Writing = Pick<Speech, 't' | 'format'>;
type Measures = Omit<AreaIndicators, 'code' | 'name'>;

/** Whether one operator handled everything: a state of its own, not the far end of a scale. */
export function isMonopoly({ judged, topRecords }: Pick<AreaIndicators, 'judged' | 'topRecords'>): boolean {
  return judged > 0 && topRecords === judged;
}

/**
 * Why an area has its tier, in whole sentences with the counts behind them. They say what was measured and never that
 * somebody did wrong. `setAsideWhy` is the dataset's own sentence.
 */
export function reasons(area: Measures, words: DatasetWords, writing: Writing, setAsideWhy: string | null): string[] {
  const { t, format } = writing;
  if (area.judged === 0) return [t('reason.none')];
  const sample = part(area, 'sample');
  const enough = sample?.met !== false;
  const sentences = [
    t(enough ? 'reason.sample.met' : 'reason.sample.unmet', {
      value: format.count(area.judged),
      threshold: format.count(sample?.threshold ?? null),
    }),
  ];
  if (enough) sentences.push(...shareSentences(area, writing), ...coverageSentences(area, words, writing));
  sentences.push(...volumeSentences(area, writing));
  if (area.setAside > 0 && setAsideWhy !== null) {
    sentences.push(
      t('reason.setAside', { count: format.count(area.setAside), why: setAsideWhy.replace(/[。.]$/, '') }),
    );
  }
  return sentences;
}

function shareSentences(area: Measures, { t, format }: Writing): string[] {
  const operator = area.topOperator ?? '';
  const judged = format.count(area.judged);
  const choice = part(area, 'choice');
  const first = isMonopoly(area)
    ? t('reason.monopoly', { judged, operator })
    : t('reason.top', {
        judged,
        operator,
        top: format.count(area.topRecords),
        share: format.percent(area.topRecords / area.judged),
        low: format.percent(area.wilsonLow ?? part(area, 'single-operator')?.value ?? null),
      });
  return [
    first,
    ...(choice
      ? [t(choice.met ? 'reason.choice.met' : 'reason.choice.unmet', { value: format.count(choice.value) })]
      : []),
    t('reason.concentration', { hhi: format.count(area.hhi), effective: format.decimal(area.effectiveOperators) }),
  ];
}

function coverageSentences(area: Measures, words: DatasetWords, { t, format }: Writing): string[] {
  if (area.coverage === null || area.coverageOf === null) return [];
  const sentence = t('reason.coverage', {
    operator: area.topOperator ?? '',
    holders: format.count(area.topHolders),
    coverage: words.coverage,
    of: format.count(area.coverageOf),
    share: format.percent(area.coverage),
  });
  return area.coverage > 1 ? [sentence, t('reason.coverageOver')] : [sentence];
}

function volumeSentences(area: Measures, { t, format }: Writing): string[] {
  if (area.perHundredHouseholds === null || area.neighbourRatio === null) return [];
  return [
    t('reason.neighbours', {
      rate: format.decimal(area.perHundredHouseholds),
      ratio: format.decimal(area.neighbourRatio),
      neighbours: format.count(area.neighbours),
    }),
  ];
}

function part({ parts }: Measures, id: TierPartId) {
  return parts.find((each) => each.id === id) ?? null;
}
