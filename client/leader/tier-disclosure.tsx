import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import type { Tier } from '../../geodata/model/tier.ts';
import type { DatasetWords } from '../text/dataset-words.ts';
import { useText } from '../text/use-text.ts';
import { RiskList } from './risk-list.tsx';

interface TierDisclosureProps {
  readonly tier: Tier;
  readonly areas: readonly AreaIndicators[];
  readonly words: DatasetWords;
}

/** How many areas have a tier, and which, on demand. */
export function TierDisclosure({ tier, areas, words }: TierDisclosureProps) {
  const { t } = useText();
  const ofTier = areas.filter((area) => area.tier === tier).toSorted((a, b) => (b.cr1 ?? 0) - (a.cr1 ?? 0));
  return (
    <details className="tier-disclosure">
      <summary>
        <span className={`tier-mark tier-${tier}`}>{t(`tier.${tier}`)}</span>
        <span className="number">{t('summary.tierCount', { count: ofTier.length })}</span>
      </summary>
      <RiskList areas={ofTier} words={words} limit={30} />
    </details>
  );
}
