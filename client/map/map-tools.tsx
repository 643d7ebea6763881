import type { Map as MapLibreMap } from 'maplibre-gl';
import { useText } from '../text/use-text.ts';

/** Zoom buttons, for those who do not drag or scroll. */
export function MapTools({ map, onWhole }: { map: MapLibreMap; onWhole: () => void }) {
  const { t } = useText();
  return (
    <div className="map-tools no-print">
      <button
        type="button"
        aria-label={t('map.zoomIn')}
        onClick={({ nativeEvent }) => map.zoomIn({}, { originalEvent: nativeEvent })}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 4v12M4 10h12" />
        </svg>
      </button>
      <button
        type="button"
        aria-label={t('map.zoomOut')}
        onClick={({ nativeEvent }) => map.zoomOut({}, { originalEvent: nativeEvent })}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h12" />
        </svg>
      </button>
      <button type="button" aria-label={t('map.whole')} onClick={onWhole}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 8V3h5M17 8V3h-5M3 12v5h5M17 12v5h-5" />
        </svg>
      </button>
    </div>
  );
}
