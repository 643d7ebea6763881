import { useState } from 'react';
import { Choice } from '../control/choice.tsx';
import { useText } from '../text/use-text.ts';
import { TextField } from './text-field.tsx';

const KNOWN = ['EPSG:4326', 'EPSG:4490', 'GCJ-02', 'BD-09', 'EPSG:3857'] as const;
const FILE = 'file';
const OTHER = 'other';

interface AreaCrsChoiceProps {
  /** What the file says; null when it says nothing. */
  readonly stated: string | null;
  /** The empty text: as the file says. */
  readonly value: string;
  readonly onChoose: (crs: string) => void;
}

/** The coordinate system: what the file says, one of the usual ones, or one by its code. */
export function AreaCrsChoice({ stated, value, onChoose }: AreaCrsChoiceProps) {
  const { t } = useText();
  const [picked, setPicked] = useState<string>(FILE);
  const pick = (id: string) => {
    setPicked(id);
    onChoose(id === FILE || id === OTHER ? '' : id);
  };
  return (
    <>
      <Choice
        label={t('areas.crs')}
        value={picked}
        onChoose={pick}
        options={[
          { id: FILE, title: t(stated === null ? 'areas.crs.none' : 'areas.crs.file') },
          ...KNOWN.map((id) => ({ id, title: id })),
          { id: OTHER, title: t('areas.crs.other') },
        ]}
      />
      {picked === OTHER && (
        <TextField label={t('areas.crsOther')} hint={t('areas.crsHint')} value={value} onChange={onChoose} />
      )}
    </>
  );
}
