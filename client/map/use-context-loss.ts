import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent } from 'react';

/** Tells when the graphics card takes the map away, and when it gives it back. */
export function useContextLoss(map: MapLibreMap | null, onLost: (lost: boolean) => void): void {
  const tell = useEffectEvent(onLost);
  useEffect(() => {
    if (!map) return;
    const lost = () => tell(true);
    const restored = () => tell(false);
    map.on('webglcontextlost', lost);
    map.on('webglcontextrestored', restored);
    return () => {
      map.off('webglcontextlost', lost);
      map.off('webglcontextrestored', restored);
    };
  }, [map]);
}
