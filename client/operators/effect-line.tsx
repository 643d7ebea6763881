import type { EffectSide, ProposedEffect } from '../../geodata/model/operator-api.ts';
import { useText } from '../text/use-text.ts';

/** What merging would change in one area: share as counts, HHI and tier, before → after. */
export function EffectLine({ effect: { area, code, before, after } }: { effect: ProposedEffect }) {
  const { t, format } = useText();
  const change = (write: (side: EffectSide) => string) => {
    const [was, would] = [write(before), write(after)];
    return was === would ? was : `${was} → ${would}`;
  };
  const share = change(({ topRecords, judged }) => `${format.count(topRecords)} / ${format.count(judged)}`);
  return (
    <li>
      <span>
        <strong>{area}</strong> <small className="quiet">{code}</small>
      </span>
      <span className="number">{t('operators.share', { share })}</span>
      <span className="number">{t('operators.hhi', { hhi: change(({ hhi }) => format.count(hhi)) })}</span>
      <span className={before.tier === after.tier ? 'quiet' : 'tier-change'}>
        {t('operators.tier', { tier: change(({ tier }) => t(`tier.${tier}`)) })}
      </span>
    </li>
  );
}
