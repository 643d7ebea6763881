import 'maplibre-gl/dist/maplibre-gl.css';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { createMap } from '../map/create-map.ts';
import { useFontsFor } from '../map/fonts-for.ts';
import { boundsOf, type Sketch } from './sketch.ts';
import { PLACE_FILL, sketchStyle } from './sketch-style.ts';

export interface SketchViewProps {
  readonly sketch: Sketch;
  /** The place that is outlined, with its bounds; null for none. */
  readonly code: string | null;
  readonly bounds: readonly [number, number, number, number] | null;
  readonly label: string;
  readonly onChoose: (code: string) => void;
  readonly onFailed: () => void;
}

/** Boundaries with their names; a press opens a place. */
export function SketchView({ sketch, code, bounds, label, onChoose, onFailed }: SketchViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const names = useMemo(() => sketch.features.map(({ properties }) => properties.name).join(''), [sketch]);
  const hasFonts = useFontsFor(names);
  const choose = useEffectEvent(onChoose);
  const fail = useEffectEvent(onFailed);
  const start = useEffectEvent((container: HTMLElement) =>
    createMap({ container, style: sketchStyle(sketch, code), camera: null, bounds: bounds ?? boundsOf(sketch), label }),
  );

  useEffect(() => {
    if (!container.current || !hasFonts) return;
    let made: MapLibreMap;
    try {
      made = start(container.current);
    } catch {
      return fail();
    }
    made.on('click', PLACE_FILL, ({ features }) => {
      const chosen = features?.[0]?.properties.code;
      if (typeof chosen === 'string') choose(chosen);
    });
    made.once('style.load', () => setMap(made));
    return () => {
      setMap(null);
      made.remove();
    };
  }, [hasFonts]);

  useEffect(() => void map?.setStyle(sketchStyle(sketch, code), { diff: true, validate: false }), [map, sketch, code]);
  useEffect(() => {
    const box = bounds ?? boundsOf(sketch);
    if (map && box) map.fitBounds([...box], { padding: bounds ? 80 : 24, maxZoom: 14, animate: false });
  }, [map, sketch, bounds]);

  return <div ref={container} className="sketch-view" />;
}
