import type { ThresholdId, TierPart, TierPartId } from '../../geodata/model/tier.ts';
import type { Speech } from '../text/use-text.ts';

type Kind = 'count' | 'share' | 'ratio' | 'hhi';

/** How each part is written, and which threshold of the profile it is held against. */
export const PARTS: Readonly<Record<TierPartId, { readonly kind: Kind; readonly threshold: ThresholdId }>> = {
  sample: { kind: 'count', threshold: 'sampleMinimum' },
  volume: { kind: 'count', threshold: 'topRecordsMinimum' },
  'top-rate': { kind: 'ratio', threshold: 'neighbourRatioForTop' },
  'single-operator': { kind: 'share', threshold: 'topShareLowerBound' },
  choice: { kind: 'count', threshold: 'townOperatorsMinimum' },
  share: { kind: 'share', threshold: 'topShareMinimum' },
  concentration: { kind: 'hhi', threshold: 'hhiMinimum' },
  coverage: { kind: 'share', threshold: 'coverageMinimum' },
  neighbours: { kind: 'ratio', threshold: 'volumeRatioMinimum' },
};

/** A part as the table shows it. `counts` is the "214 of 238" behind a share or a ratio. */
export function partText(part: TierPart, { t, format }: Pick<Speech, 't' | 'format'>) {
  const { kind } = PARTS[part.id];
  const write = kind === 'share' ? format.percent : kind === 'ratio' ? times(format.decimal) : format.count;
  const countOf = kind === 'ratio' ? format.decimal : format.count;
  const { numerator, denominator } = part;
  return {
    value: write(part.value),
    threshold: t('area.atLeast', { threshold: write(part.threshold) }),
    counts:
      numerator === null || denominator === null
        ? null
        : t('area.of', { numerator: countOf(numerator), denominator: countOf(denominator) }),
    verdict: part.met === null ? ('unjudged' as const) : part.met ? ('met' as const) : ('unmet' as const),
  };
}

function times(write: (value: number | null) => string): (value: number | null) => string {
  return (value) => (value === null ? write(null) : `${write(value)}×`);
}
