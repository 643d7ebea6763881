import type { Profile, TierPart } from '../../geodata/model/tier.ts';
import { useText } from '../text/use-text.ts';
import { PARTS, partText } from './part-text.ts';

const MARKS = { met: '●', unmet: '○', unjudged: '–' } as const;

/** The parts of the verdict side by side: neither volume nor share alone makes an area red. */
export function PartsTable({ parts, profile }: { parts: readonly TierPart[]; profile: Profile | undefined }) {
  const speech = useText();
  const { t } = speech;
  return (
    <section aria-labelledby="parts">
      <h3 id="parts">{t('area.parts')}</h3>
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">{t('area.parts')}</th>
            <th scope="col" className="number">
              {t('area.measured')}
            </th>
            <th scope="col" className="number">
              {t('area.threshold')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('area.met')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const { value, threshold, counts, verdict } = partText(part, speech);
            return (
              <tr key={part.id} className={`part-${verdict}`}>
                <th scope="row">
                  {t(`part.${part.id}`)}
                  <small>{t(`part.explain.${part.id}`)}</small>
                </th>
                <td className="number">
                  {value}
                  {counts && <small>{counts}</small>}
                </td>
                <td className="number">{threshold}</td>
                <td className="verdict">
                  <span aria-hidden="true">{MARKS[verdict]}</span> {t(`area.${verdict}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {profile && (
        <details className="sources">
          <summary>{t('area.source')}</summary>
          <dl>
            {parts.map(({ id }) => (
              <div key={id}>
                <dt>{t(`part.${id}`)}</dt>
                <dd>{profile.thresholds[PARTS[id].threshold].source}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
