import type { Ref } from 'react';
import type { AreaDetail } from '../../geodata/model/api.ts';
import { Go } from '../selection/go.tsx';
import { useText } from '../text/use-text.ts';
import { isMonopoly } from './reasons.ts';

/** Where the area lies, what it is called, and its tier. */
export function AreaHeading({ detail, ref }: { detail: AreaDetail; ref: Ref<HTMLHeadingElement> }) {
  const { t, format } = useText();
  const { indicators: area, ancestors } = detail;
  const above = ancestors.filter(({ code }) => code !== area.code).toReversed();
  return (
    <header className="area-heading">
      <div className="heading-row">
        <nav className="breadcrumb" aria-label={t('table.parent')}>
          <ol>
            {above.map(({ level, code, name }) => (
              <li key={code}>
                <Go to={{ level, area: code, indicator: 'tier' }}>{name}</Go>
              </li>
            ))}
          </ol>
        </nav>
        <button type="button" className="button print-button no-print" onClick={() => print()}>
          {t('area.print')}
        </button>
        <Go to={{ area: null, operator: null }} className="close" label={t('area.back')}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M5 5l10 10M15 5L5 15" />
          </svg>
        </Go>
      </div>
      <h2 id="area-name" ref={ref} tabIndex={-1}>
        {area.name}
        <span className={`tier-mark tier-${area.tier}`}>{t(`tier.${area.tier}`)}</span>
        {isMonopoly(area) && area.tier !== 'grey' && <span className="chip">{t('area.monopoly')}</span>}
      </h2>
      <p className="quiet">
        {t('area.code', { code: area.code })}
        {area.households !== null && <> · {t('area.households', { count: format.count(area.households) })}</>}·{' '}
        {t('legend.hypothesis')}
      </p>
    </header>
  );
}
