import type { NeighbourCount } from '../../geodata/model/api.ts';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';

interface NeighbourTableProps {
  readonly area: AreaIndicators;
  readonly neighbours: readonly NeighbourCount[];
  /** How many more there are that are not for this account. */
  readonly unseen: number;
}

/** The area in the first row, its neighbours below, in the same columns. */
export function NeighbourTable({ area, neighbours, unseen }: NeighbourTableProps) {
  const { t, format } = useText();
  if (neighbours.length + unseen === 0) return null;
  return (
    <section aria-labelledby="neighbours">
      <h3 id="neighbours">{t('area.neighbours')}</h3>
      <table className="neighbours">
        <thead>
          <tr>
            <th scope="col">{t('table.name')}</th>
            <th scope="col" className="number">
              {t('summary.records')}
            </th>
            <th scope="col" className="number">
              {t('table.perHundred')}
            </th>
            <th scope="col" className="number">
              {t('part.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[area, ...neighbours].map((each, index) => (
            <tr key={each.code} className={index === 0 ? 'is-own' : undefined}>
              <th scope="row">
                <span className={`tier-dot tier-${each.tier}`} title={t(`tier.${each.tier}`)} />
                {index === 0 ? <strong>{each.name}</strong> : <Go to={{ area: each.code }}>{each.name}</Go>}
                <span className="visually-hidden">{t(`tier.${each.tier}`)}</span>
              </th>
              <td className="number">{format.count(each.records)}</td>
              <td className="number">{format.decimal(each.perHundredHouseholds)}</td>
              <td className="number">{each.tier === 'grey' ? t('tier.grey') : format.percent(each.cr1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unseen > 0 && <p className="quiet">{t('area.neighboursUnseen', { count: unseen })}</p>}
    </section>
  );
}
