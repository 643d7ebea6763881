import { type Map as MapLibreMap, Marker } from 'maplibre-gl';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Position } from '../../geodata/model/place.ts';

/** A needle that can be put elsewhere: dragged, or pushed by the arrow keys while it has the focus. */
export interface MapPin {
  readonly position: Position;
  readonly label: string;
  /** Whether it takes the focus when it appears. */
  readonly focused: boolean;
  readonly onMove: (position: Position) => void;
}

/** CSS pixels of one push; with Shift, of a long one. */
const PUSH = 6;
const LONG_PUSH = 40;
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Keeps the pin on the map; null takes it away. */
export function usePin(map: MapLibreMap | null, pin: MapPin | null): void {
  const marker = useRef<Marker | null>(null);
  const moved = useEffectEvent((position: Position) => pin?.onMove(position));
  const shown = pin !== null;
  const start = useEffectEvent(() => pin);

  useEffect(() => {
    const first = start();
    if (!map || !shown || !first) return;
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'map-pin';
    element.setAttribute('aria-label', first.label);
    const made = new Marker({ element, anchor: 'bottom', draggable: true })
      .setLngLat([first.position[0], first.position[1]])
      .addTo(map);
    made.on('dragend', () => {
      const { lng, lat } = made.getLngLat();
      moved([lng, lat]);
    });
    element.addEventListener('keydown', (event) => {
      const direction = DIRECTIONS[event.key];
      if (!direction) return;
      event.preventDefault();
      event.stopPropagation();
      const { x, y } = map.project(made.getLngLat());
      const push = event.shiftKey ? LONG_PUSH : PUSH;
      const { lng, lat } = map.unproject([x + direction[0] * push, y + direction[1] * push]);
      moved([lng, lat]);
    });
    // A click on the pin is no click on the map under it.
    element.addEventListener('click', (event) => event.stopPropagation());
    if (!map.getBounds().contains([first.position[0], first.position[1]])) {
      map.easeTo({ center: [first.position[0], first.position[1]], duration: 300 });
    }
    if (first.focused) element.focus({ preventScroll: true });
    marker.current = made;
    return () => {
      marker.current = null;
      made.remove();
    };
  }, [map, shown]);

  const [lng, lat] = pin?.position ?? [null, null];
  useEffect(() => {
    if (lng !== null && lat !== null) marker.current?.setLngLat([lng, lat]);
  }, [lng, lat]);
}
