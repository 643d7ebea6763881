import type { Cases, LevelInspection, NamedArea } from '../../geodata/model/level-inspection.ts';
import { useText } from '../text/use-text.ts';

/** What looks wrong with a level: each kind with its count, opening to its worst cases. */
export function InspectionList({ found }: { found: LevelInspection }) {
  const { t, format } = useText();
  const named = ({ code, name }: NamedArea) => (name === code ? code : `${name}（${code}）`);
  const surface = (squareMetres: number) =>
    squareMetres < 1e5
      ? t('inspection.squareMetres', { value: format.count(squareMetres) })
      : t('inspection.squareKilometres', { value: format.decimal(squareMetres / 1e6) });
  const size = (one: { squareMetres: number; share: number }) => ({
    surface: surface(one.squareMetres),
    share: format.percent(one.share),
  });
  const kinds = [
    kind(t('inspection.overlaps'), found.overlaps, ({ areas: [a, b], ...one }) =>
      t('inspection.pair', { a: named(a), b: named(b), ...size(one) }),
    ),
    kind(t('inspection.gaps'), found.gaps, ({ parent, ...one }) =>
      t('inspection.gap', { name: named(parent), ...size(one) }),
    ),
    kind(t('inspection.outside'), found.outside, ({ parent, ...one }) =>
      t('inspection.out', { name: named(one), parent: named(parent), ...size(one) }),
    ),
    kind(
      t('inspection.namesWithinParent'),
      found.namesWithinParent,
      ({ name, codes }) => `${name}: ${codes.join(', ')}`,
    ),
    kind(t('inspection.namesAcross'), found.namesAcross, ({ name, times }) =>
      t('inspection.times', { name, count: format.count(times) }),
    ),
    kind(t('inspection.orphans'), found.orphans, ({ parent, ...one }) =>
      t('inspection.orphan', { name: named(one), parent }),
    ),
    kind(t('inspection.withoutMap'), found.withoutMap, named),
    kind(t('inspection.islands'), found.islands, named),
  ].filter(({ count }) => count > 0);
  return (
    <section aria-labelledby="inspection">
      <h3 id="inspection">{t('inspection.title', { level: found.level })}</h3>
      <p className="quiet">
        {t('inspection.lead', { areas: format.count(found.areas), drawn: format.count(found.withBoundary) })}
      </p>
      {kinds.length === 0 && <p>{t('inspection.fine')}</p>}
      {kinds.map(({ title, count, shown }) => (
        <details className="figures" key={title}>
          <summary>
            {title} <span className="number">{format.count(count)}</span>
          </summary>
          <ul>
            {shown.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {count > shown.length && <li>{t('inspection.more', { count: format.count(count - shown.length) })}</li>}
          </ul>
        </details>
      ))}
      {found.inaccuracies > 0 && (
        <p className="quiet">
          {t('inspection.inaccuracies', { count: format.count(found.inaccuracies), metres: found.tolerance })}
        </p>
      )}
    </section>
  );
}

function kind<Case>(title: string, { count, shown }: Cases<Case>, describe: (one: Case) => string) {
  return { title, count, shown: [...new Set(shown.map(describe))] };
}
