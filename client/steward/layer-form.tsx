import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LayerShape } from '../../geodata/model/areas-api.ts';
import { post } from '../data/api.ts';
import { Failed } from '../page/failed.tsx';
import { useText } from '../text/use-text.ts';
import { AreaCrsChoice } from './area-crs-choice.tsx';
import { AreasOutcome } from './areas-outcome.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { Progress } from './progress.tsx';
import { TextField } from './text-field.tsx';

/** Which properties of the boundaries are code, name, parent and households, and their coordinates; then the load, then its report. */
export function LayerForm({ upload, layer }: { upload: string; layer: LayerShape }) {
  const { t } = useText();
  const client = useQueryClient();
  const { suggested } = layer;
  const [form, setForm] = useState({
    level: '',
    codeField: suggested.code ?? '',
    nameField: suggested.name ?? '',
    parentField: suggested.parent ?? '',
    parentLevel: '',
    householdsField: suggested.households ?? '',
    crs: '',
  });
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const storing = useMutation({
    mutationFn: () => {
      const { level, codeField, nameField, ...optional } = { ...form, layer: layer.name };
      const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== ''));
      return post('/api/areas', { upload, level, codeField, nameField, ...given });
    },
    onSuccess: () => client.invalidateQueries(),
  });
  if (storing.data) return <AreasOutcome report={storing.data} />;
  if (storing.isPending) return <Progress share={null} label={t('areas.working')} />;
  const complete =
    form.level !== '' &&
    form.codeField !== '' &&
    form.nameField !== '' &&
    (form.parentField === '' || form.parentLevel !== '');
  const choice = (part: 'codeField' | 'nameField' | 'parentField' | 'householdsField', label: string) => (
    <ColumnChoice
      label={label}
      columns={layer.columns}
      value={form[part]}
      onChoose={(column) => put({ [part]: column })}
    />
  );
  return (
    <>
      <p className="quiet">{t('areas.suggested')}</p>
      <div className="form-grid">
        <TextField
          label={t('areas.level')}
          hint={t('areas.levelHint')}
          value={form.level}
          onChange={(level) => put({ level })}
        />
        {choice('codeField', t('areas.code'))}
        {choice('nameField', t('areas.name'))}
        {choice('parentField', t('areas.parent'))}
        {form.parentField !== '' && (
          <TextField
            label={t('areas.parentLevel')}
            value={form.parentLevel}
            onChange={(parentLevel) => put({ parentLevel })}
          />
        )}
        {choice('householdsField', t('areas.households'))}
        <AreaCrsChoice stated={layer.crs} value={form.crs} onChoose={(crs) => put({ crs })} />
      </div>
      {storing.error && <Failed error={storing.error} retry={() => storing.mutate()} />}
      <button type="button" className="button button-strong" disabled={!complete} onClick={() => storing.mutate()}>
        {t('areas.start')}
      </button>
    </>
  );
}
