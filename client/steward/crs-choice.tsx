import { Choice } from '../control/choice.tsx';
import { useText } from '../text/use-text.ts';
import { TextField } from './text-field.tsx';

const COMMON = [
  ['EPSG:4326', 'crs.wgs84'],
  ['EPSG:4490', 'crs.cgcs2000'],
  ['GCJ-02', 'crs.gcj02'],
  ['BD-09', 'crs.bd09'],
] as const;
const OTHER = ':other';

/** Which system the columns of coordinates are in: a common one, or any other by its code or definition. */
export function CrsChoice({ crs, onChoose }: { crs: string; onChoose: (crs: string) => void }) {
  const { t } = useText();
  const common = COMMON.some(([id]) => id === crs);
  return (
    <>
      <Choice
        label={t('crs.declared')}
        value={common ? crs : OTHER}
        onChoose={(id) => onChoose(id === OTHER ? '' : id)}
        options={[
          ...COMMON.map(([id, key]) => ({ id: id as string, title: t(key) })),
          { id: OTHER, title: t('crs.other') },
        ]}
      />
      {!common && (
        <TextField label={t('crs.definition')} hint={t('crs.definitionHint')} value={crs} onChange={onChoose} />
      )}
    </>
  );
}
