import type { AreaIndicators, Indicator } from '../../geodata/model/indicator.ts';
import { TIERS } from '../../geodata/model/tier.ts';
import type { ColourScale } from './colour-scale.ts';
import { type Colour, TIER_COLOURS } from './palette.ts';
import { isPattern, type Pattern } from './pattern.ts';
import { shownOfArea } from './shown.ts';

/** The areas that look alike: one entry of the legend, one branch of the map's paint. */
export interface AreaGroup {
  /** A tier, or the id of a class of the scale. */
  readonly id: string;
  readonly colour: Colour;
  /** Drawn over the colour, so that colour is never alone. */
  readonly pattern: Pattern | null;
  readonly from: number | null;
  readonly until: number | null;
  readonly codes: readonly string[];
}

/** Groups by tier, most urgent first, empty ones included. */
export function groupsByTier(areas: readonly AreaIndicators[]): AreaGroup[] {
  return TIERS.map((tier) => ({
    id: tier,
    colour: TIER_COLOURS[tier],
    pattern: isPattern(tier) ? tier : null,
    from: null,
    until: null,
    codes: areas.filter((area) => area.tier === tier).map(({ code }) => code),
  }));
}

/** Groups by the classes of a scale; every area is in exactly one. */
export function groupsByScale(
  areas: readonly AreaIndicators[],
  indicator: Indicator,
  scale: ColourScale,
  minimum: number,
): AreaGroup[] {
  const codes = new Map<string, string[]>(scale.classes.map(({ id }) => [id, []]));
  for (const area of areas) codes.get(scale.classOf(shownOfArea(area, indicator, minimum)).id)?.push(area.code);
  return scale.classes.map((each) => ({
    id: each.id,
    colour: each.colour,
    pattern: isPattern(each.id) ? each.id : null,
    from: 'from' in each ? each.from : null,
    until: 'until' in each ? each.until : null,
    codes: codes.get(each.id) ?? [],
  }));
}
