import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import { levelNoun } from '../text/level-noun.ts';
import { useText } from '../text/use-text.ts';

/** The map in one sentence, for those who do not see it; the table says the rest. */
export function MapSummary({ areas, level }: { areas: readonly AreaIndicators[]; level: string | null }) {
  const speech = useText();
  if (level === null || areas.length === 0) return null;
  const count = (tier: AreaIndicators['tier']) => areas.filter((area) => area.tier === tier).length;
  return (
    <p className="visually-hidden">
      {speech.t('map.summary', {
        areas: areas.length,
        level: levelNoun(level, areas.length, speech),
        red: count('red'),
        orange: count('orange'),
        yellow: count('yellow'),
        grey: count('grey'),
      })}
    </p>
  );
}
