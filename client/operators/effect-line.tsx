import type { EffectSide, ProposedEffect } from '../../geodata/model/operator-api.ts';
import { useText } from '../text/use-text.ts';

/** What merging would change in one area: share as counts, HHI and tier, before → after. */
export function EffectLine({ effect: { area, before, after } }: { effect: ProposedEffect }) {
  const { t, format } = useText();
  const share = ({ topRecords, judged }: EffectSide) =>
    t('operators.share', { top: format.count(topRecords), judged: format.count(judged) });
  const tier = (side: EffectSide) => t(`tier.${side.tier}`);
  const hhi = ({ hhi }: EffectSide) => format.count(hhi);
  return (
    <li>
      <strong>{area}</strong>
      <span className="number">
        {share(before)} → {share(after)}
      </span>
      <span className="number">{t('operators.hhi', { hhi: `${hhi(before)} → ${hhi(after)}` })}</span>
      <span className={before.tier === after.tier ? 'quiet' : 'tier-change'}>
        {t('operators.tier', {
          tier: before.tier === after.tier ? tier(after) : `${tier(before)} → ${tier(after)}`,
        })}
      </span>
    </li>
  );
}
