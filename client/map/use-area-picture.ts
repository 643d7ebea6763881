import { useMemo } from 'react';
import type { AreaIndicators, Indicator } from '../../geodata/model/indicator.ts';
import type { Scene } from '../data/use-scene.ts';
import { type AreaGroup, groupsByScale, groupsByTier } from './area-groups.ts';
import { areaLabels, NO_LABELS } from './area-labels.ts';
import { createColourScale } from './colour-scale.ts';
import { useFontsFor } from './fonts-for.ts';
import type { MapPicture } from './map-style.ts';
import { shownOfArea } from './shown.ts';
import { useBoundaries } from './use-boundaries.ts';

interface PictureQuestion {
  readonly scene: Scene;
  readonly areas: readonly AreaIndicators[];
  readonly indicator: Indicator;
  readonly minimum: number;
  readonly covered: boolean;
}

/** The picture of the areas, and the groups that the legend lists. */
export function useAreaPicture({ scene, areas, indicator, minimum, covered }: PictureQuestion) {
  const level = scene.level && scene.level.withBoundary > 0 ? scene.level.level : null;
  const above = useMemo(
    () => scene.above.filter(({ withBoundary }) => withBoundary > 0).map((each) => each.level),
    [scene.above],
  );
  const levels = useMemo(() => (level === null ? [] : [level, ...above]), [level, above]);
  const boundaries = useBoundaries(levels);
  const tiers = useMemo(() => new Map(areas.map(({ code, tier }) => [code, tier])), [areas]);
  const allLabels = useMemo(() => (boundaries ? areaLabels(boundaries, tiers) : NO_LABELS), [boundaries, tiers]);
  const ready = useFontsFor(useMemo(() => namesOf(allLabels), [allLabels]));
  const labels = ready ? allLabels : NO_LABELS;
  const groups = useMemo<readonly AreaGroup[]>(() => {
    if (indicator.kind === 'tier') return groupsByTier(areas);
    const scale = createColourScale(
      indicator.kind,
      areas.map((area) => shownOfArea(area, indicator, minimum)),
    );
    return groupsByScale(areas, indicator, scale, minimum);
  }, [areas, indicator, minimum]);
  const picture = useMemo<MapPicture>(
    () => ({ level, above, groups, labels, covered }),
    [level, above, groups, labels, covered],
  );
  return { picture, groups, boundaries, labels };
}

function namesOf({ features }: { features: readonly { properties: { name: string } }[] }): string {
  return [...new Set(features.flatMap(({ properties }) => [...properties.name]))].join('');
}
