import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UploadPreview } from '../../geodata/model/api.ts';
import { post } from '../data/api.ts';
import { Failed } from '../page/failed.tsx';
import { useText } from '../text/use-text.ts';
import { AreasOutcome } from './areas-outcome.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { TextField } from './text-field.tsx';

/** Which properties of the boundaries are code, name, parent and households; then the import, then its report. */
export function AreasForm({ preview }: { preview: UploadPreview }) {
  const { t } = useText();
  const client = useQueryClient();
  const guess = (pattern: RegExp) => preview.columns.find((column) => pattern.test(column)) ?? '';
  const [form, setForm] = useState({
    level: '',
    codeField: guess(/^(code|代码|.*code|zip.*)$/i),
    nameField: guess(/^(name|名称|.*name)$/i),
    parentField: '',
    parentLevel: '',
    householdsField: guess(/household|户数/i),
  });
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const storing = useMutation({
    mutationFn: () => {
      const { level, codeField, nameField, ...optional } = form;
      const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== ''));
      return post('/api/areas', { upload: preview.upload, level, codeField, nameField, ...given });
    },
    onSuccess: () => client.invalidateQueries(),
  });
  if (storing.data) return <AreasOutcome report={storing.data} />;
  const complete = form.level !== '' && form.codeField !== '' && form.nameField !== '';
  const choice = (part: 'codeField' | 'nameField' | 'parentField' | 'householdsField', label: string) => (
    <ColumnChoice
      label={label}
      columns={preview.columns}
      value={form[part]}
      onChoose={(column) => put({ [part]: column })}
    />
  );
  return (
    <section className="card" aria-labelledby="areas">
      <h2 id="areas">{t('areas.title')}</h2>
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
      </div>
      {storing.error && <Failed error={storing.error} retry={() => storing.mutate()} />}
      <button
        type="button"
        className="button button-strong"
        disabled={!complete || storing.isPending}
        aria-busy={storing.isPending}
        onClick={() => storing.mutate()}
      >
        {t('areas.start')}
      </button>
    </section>
  );
}
