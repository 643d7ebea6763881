import { useText } from '../text/use-text.ts';

interface MapNotesProps {
  readonly lost: boolean;
  readonly loading: boolean;
  readonly drawable: boolean;
}

/** What the map cannot show by itself: that it is loading, was interrupted, or has nothing to draw. */
export function MapNotes({ lost, loading, drawable }: MapNotesProps) {
  const { t } = useText();
  const note = lost ? t('map.lost') : !drawable ? t('map.noBoundaries') : loading ? t('map.loading') : null;
  return (
    <div className="map-note" role="status">
      {note !== null && <p>{note}</p>}
    </div>
  );
}
