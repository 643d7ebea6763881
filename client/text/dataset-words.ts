import type { Dataset } from '../../geodata/model/dataset.ts';
import type { Speech } from './use-text.ts';

/** What things are called in one dataset and language. */
export interface DatasetWords {
  readonly operator: string;
  readonly holder: string;
  readonly record: string;
  readonly amountUnit: string;
  /** What the top operator's holders are compared with, e.g. rebuilt houses. */
  readonly coverage: string;
}

/** The dataset's own words where it has them, the common ones where not. */
export function datasetWords(
  dataset: Dataset,
  { t, say, language }: Pick<Speech, 't' | 'say' | 'language'>,
): DatasetWords {
  const { words, amount, coverage } = dataset;
  return {
    operator: words?.operator ? say(words.operator) : t('word.operator'),
    holder: words?.holder ? say(words.holder) : t('word.holder'),
    record: words?.record ? say(words.record) : t('word.record'),
    amountUnit: language === 'zh' && amount?.unit === 'CNY' ? '元' : (amount?.unit ?? ''),
    coverage: t(coverage?.denominator === 'rebuilt-houses' ? 'word.rebuilt-houses' : 'word.households'),
  };
}
