import { INDICATORS, type Indicator } from '../../geodata/model/indicator.ts';
import type { Selection } from '../selection/selection.ts';

/** The indicator that the map is coloured by: the one selected, or volume where hexagons cannot show it. */
export function chosenIndicator({ indicator, shape }: Selection): Indicator {
  const chosen = INDICATORS.find(({ id }) => id === indicator) ?? INDICATORS[0];
  if (shape === 'areas' || chosen.cells) return chosen;
  return INDICATORS.find(({ id }) => id === 'records') ?? chosen;
}
