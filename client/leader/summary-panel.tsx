import type { Overview } from '../../geodata/model/api.ts';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { datasetWords } from '../text/dataset-words.ts';
import { levelNoun } from '../text/level-noun.ts';
import { useText } from '../text/use-text.ts';
import { RiskList } from './risk-list.tsx';
import { TierDisclosure } from './tier-disclosure.tsx';
import { Totals } from './totals.tsx';

interface SummaryPanelProps {
  readonly scene: Scene;
  readonly areas: readonly AreaIndicators[] | undefined;
  readonly overview: { data: Overview | undefined; error: Error | null; refetch: () => unknown };
}

/** What a leader sees first: the areas to check, each with its reason, without a click. */
export function SummaryPanel({ scene, areas, overview }: SummaryPanelProps) {
  const speech = useText();
  const { t } = speech;
  const profile = useGet('/api/profile', {});
  if (overview.error) return <Failed error={overview.error} retry={overview.refetch} />;
  if (!areas || !overview.data || !scene.level) return <Skeleton lines={9} />;
  const words = datasetWords(scene.summary.dataset, speech);
  const { level } = scene.level;
  const { tiers } = overview.data;
  const reds = areas.filter(({ tier }) => tier === 'red').toSorted((a, b) => b.topRecords - a.topRecords);
  return (
    <div className="summary">
      <section aria-labelledby="headline">
        <h2 id="headline" className={reds.length > 0 ? 'headline headline-red' : 'headline'} aria-live="polite">
          {reds.length > 0
            ? t('summary.headline', { count: reds.length, level: levelNoun(level, reds.length, speech) })
            : t('summary.calm', { level: levelNoun(level, 1, speech) })}
        </h2>
        <RiskList areas={reds} words={words} limit={30} />
        <p className="quiet">{t('summary.plain')}</p>
      </section>
      {(['orange', 'yellow'] as const).map((tier) => (
        <TierDisclosure key={tier} tier={tier} areas={areas} words={words} />
      ))}
      <ul className="tier-counts">
        {(['normal', 'grey'] as const).map((tier) => (
          <li key={tier}>
            <span className={`tier-mark tier-${tier}`}>{t(`tier.${tier}`)}</span>
            <span className="number">{t('summary.tierCount', { count: tiers[tier] })}</span>
          </li>
        ))}
      </ul>
      <Totals overview={overview.data} scene={scene} words={words} profile={profile.data} areas={areas.length} />
    </div>
  );
}
