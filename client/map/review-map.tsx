import { useMemo, useState } from 'react';
import type { LevelSummary } from '../../geodata/model/api.ts';
import type { Position } from '../../geodata/model/place.ts';
import type { Camera } from '../selection/camera.ts';
import { useText } from '../text/use-text.ts';
import type { AreaGroup } from './area-groups.ts';
import { areaLabels, NO_LABELS } from './area-labels.ts';
import { boundsOf } from './boundaries.ts';
import { useFontsFor } from './fonts-for.ts';
import { MapNotes } from './map-notes.tsx';
import type { MapPicture } from './map-style.ts';
import { type Bounds, MapView } from './map-view.tsx';
import { useBoundaries } from './use-boundaries.ts';

interface ReviewMapProps {
  /** Levels with boundaries, finest first. */
  readonly levels: readonly LevelSummary[];
  /** Codes of the areas an address may mean. */
  readonly candidates: readonly string[];
  /** The one that is picked. */
  readonly picked: string | null;
  readonly pin: { readonly position: Position; readonly byKey: boolean } | null;
  readonly onPin: (position: Position) => void;
}

const NO_LAYERS: readonly never[] = [];
const CANDIDATE = '#f4d58a';
const NO_TIERS = new Map<string, never>();

/** The areas by name, those an address may mean in colour, and a pin for a position: a click puts it there. */
export function ReviewMap({ levels, candidates, picked, pin, onPin }: ReviewMapProps) {
  const { t } = useText();
  const [camera, setCamera] = useState<Camera | null>(null);
  const [lost, setLost] = useState(false);
  const names = useMemo(() => levels.map(({ level }) => level), [levels]);
  const [level = null, ...above] = names;
  const boundaries = useBoundaries(names);
  const allLabels = useMemo(() => (boundaries ? areaLabels(boundaries, NO_TIERS) : NO_LABELS), [boundaries]);
  const ready = useFontsFor(useMemo(() => boundaries?.flatMap(({ names }) => names).join('') ?? '', [boundaries]));
  const labels = ready ? allLabels : NO_LABELS;
  const codes = candidates.join(' ');
  const higher = above.join(' ');
  const picture = useMemo<MapPicture>(() => {
    const listed = codes === '' ? [] : codes.split(' ');
    const group: AreaGroup = {
      id: 'candidate',
      colour: CANDIDATE,
      pattern: null,
      from: null,
      until: null,
      codes: listed,
    };
    return { level, above: higher === '' ? [] : higher.split(' '), groups: [group], labels, covered: false };
  }, [level, higher, codes, labels]);
  const marks = useMemo(
    () => ({ selected: picked, hovered: null, neighbours: codes === '' ? [] : codes.split(' ') }),
    [picked, codes],
  );
  const focus = useMemo<Bounds | null>(() => {
    const [finest] = boundaries ?? [];
    if (!finest) return null;
    const wanted = picked === null ? (codes === '' ? [] : codes.split(' ')) : [picked];
    return around(wanted.flatMap((code) => boundsOf(finest, code) ?? []));
  }, [boundaries, picked, codes]);
  return (
    <div className="map-stage">
      <MapView
        picture={picture}
        layers={NO_LAYERS}
        marks={marks}
        camera={camera}
        whole={levels[0]?.bounds ?? null}
        focus={focus}
        label={t('map.label')}
        pin={pin && { position: pin.position, focused: pin.byKey, label: t('review.pin'), onMove: onPin }}
        onMove={setCamera}
        onHover={() => {}}
        onSelect={({ position }) => onPin(position)}
        onClear={() => {}}
        onWhole={() => setCamera(null)}
        onLost={setLost}
      />
      <MapNotes lost={lost} loading={boundaries === null} drawable={level !== null} />
    </div>
  );
}

/** The box around boxes that stand one after the other. */
function around(sides: readonly number[]): Bounds | null {
  if (sides.length < 4) return null;
  const pick = (side: number) => sides.filter((_, index) => index % 4 === side);
  return [Math.min(...pick(0)), Math.min(...pick(1)), Math.max(...pick(2)), Math.max(...pick(3))];
}
