import type { Concentration } from '../../geodata/model/indicator.ts';
import type { Tier } from '../../geodata/model/tier.ts';
import { useText } from '../text/use-text.ts';

export interface Hovered {
  readonly name: string;
  readonly tier: Tier | null;
  readonly measured: Pick<Concentration, 'records' | 'judged' | 'topRecords' | 'topOperator'> | null;
  readonly x: number;
  readonly y: number;
}

/** What lies under the pointer. The table and the panel say the same to those who do not point. */
export function HoverCard({ hovered, minimum, width }: { hovered: Hovered; minimum: number; width: number }) {
  const { t, format } = useText();
  const { name, tier, measured, x, y } = hovered;
  const toTheLeft = x > width - 280;
  const top =
    measured && measured.judged >= minimum
      ? t('hover.top', {
          operator: measured.topOperator ?? '',
          top: format.count(measured.topRecords),
          judged: format.count(measured.judged),
          share: format.percent(measured.topRecords / measured.judged),
        })
      : t('hover.few', { judged: format.count(measured?.judged ?? 0) });
  return (
    <div
      className="hover-card"
      aria-hidden="true"
      style={{ transform: `translate(${x}px, ${y}px) translate(${toTheLeft ? 'calc(-100% - 14px)' : '14px'}, 14px)` }}
    >
      <strong>{name}</strong>
      {tier && <span className={`tier-mark tier-${tier}`}>{t(`tier.${tier}`)}</span>}
      {measured === null || measured.records === 0 ? (
        <p>{t('hover.none')}</p>
      ) : (
        <>
          <p>{t('hover.records', { records: format.count(measured.records) })}</p>
          <p>{top}</p>
        </>
      )}
    </div>
  );
}
