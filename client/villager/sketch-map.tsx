import { type ComponentType, useEffect, useState } from 'react';
import type { NamedArea } from '../../geodata/model/public-api.ts';
import { hasWebGl } from '../map/web-gl.ts';
import { loadSketch, type Sketch } from './sketch.ts';
import type { SketchViewProps } from './sketch-view.tsx';
import { go } from './use-address.ts';
import { useWords } from './use-words.ts';

interface SketchMapProps {
  readonly level: string;
  /** What is outlined and brought into sight; null shows everything. */
  readonly place: (NamedArea & { readonly bounds: readonly [number, number, number, number] }) | null;
  readonly label: string;
  /** The level that addresses leave out; the one shown, if not told. */
  readonly usual?: string | null;
}

interface Loaded {
  readonly View: ComponentType<SketchViewProps>;
  readonly sketch: Sketch;
}

/** The map beside the list, fetched after it; where it cannot be had, a sentence says that nothing is lost. */
export function SketchMap({ level, place, label, usual = level }: SketchMapProps) {
  const { words } = useWords();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    if (!hasWebGl()) return setFailed(true);
    Promise.all([import('./sketch-view.tsx'), loadSketch(level)]).then(
      ([{ SketchView }, sketch]) => current && setLoaded({ View: SketchView, sketch }),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [level]);
  return (
    <section className="sketch" aria-label={label}>
      <div className="sketch-frame">
        {failed ? (
          <p>{words.noMap}</p>
        ) : loaded ? (
          <loaded.View
            sketch={loaded.sketch}
            code={place?.code ?? null}
            bounds={place?.bounds ?? null}
            label={label}
            onChoose={(code) => go({ code, level: level === usual ? null : level })}
            onFailed={() => setFailed(true)}
          />
        ) : (
          <p role="status">{words.loading}</p>
        )}
      </div>
      <p className="quiet">{words.sketch}</p>
    </section>
  );
}
