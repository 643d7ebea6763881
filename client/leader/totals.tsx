import type { Overview } from '../../geodata/model/api.ts';
import type { Profile } from '../../geodata/model/tier.ts';
import type { Scene } from '../data/use-scene.ts';
import { Go } from '../selection/go.tsx';
import type { DatasetWords } from '../text/dataset-words.ts';
import { levelNoun } from '../text/level-noun.ts';
import { useText } from '../text/use-text.ts';

interface TotalsProps {
  readonly overview: Overview;
  readonly scene: Scene;
  readonly words: DatasetWords;
  readonly profile: Profile | undefined;
  readonly areas: number;
}

/** The sums that everything on the page adds up to, and what is in no area at all. */
export function Totals({ overview, scene, words, profile, areas }: TotalsProps) {
  const speech = useText();
  const { t, format, say, language } = speech;
  const level = scene.level ? levelNoun(scene.level.level, 1, speech) : '';
  const figures: [string, string][] = [
    [t('summary.records'), format.count(overview.records)],
    [
      t('summary.amount'),
      overview.amount === null
        ? format.count(null)
        : `${format.compact(overview.amount)}${language === 'zh' ? '' : ' '}${words.amountUnit}`,
    ],
    [t('summary.operators', { operator: words.operator }), format.count(overview.operators)],
    [t('summary.outside', { level }), format.count(overview.outside)],
    [t('summary.undated'), format.count(overview.undated)],
  ];
  return (
    <section className="totals" aria-labelledby="totals">
      <h3 id="totals">{t('summary.totals')}</h3>
      <dl>
        {figures.map(([title, figure]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="number">{figure}</dd>
          </div>
        ))}
        <div>
          <dt>{t('summary.unplaced')}</dt>
          <dd className="number">
            {overview.unplaced ? (
              <Go to={{ list: 'unplaced' }}>{format.count(overview.unplaced)}</Go>
            ) : (
              format.count(overview.unplaced)
            )}
          </dd>
        </div>
      </dl>
      {scene.level && (
        <Go to={{ table: true }} className="see-table">
          {t('summary.seeTable', { count: format.count(areas), level: levelNoun(scene.level.level, areas, speech) })}
        </Go>
      )}
      {profile && (
        <p className="quiet">
          {t('summary.measured', {
            title: say(profile.title),
            version: overview.profile.version,
            time: format.moment(overview.measuredAt),
          })}
        </p>
      )}
    </section>
  );
}
