import { type FormEvent, useState } from 'react';
import { ACTIONS } from '../../geodata/model/trace.ts';
import { Choice } from '../control/choice.tsx';
import { goTo } from '../selection/location.ts';
import { TextField } from '../steward/text-field.tsx';
import { useText } from '../text/use-text.ts';
import { type AuditSearch, auditAddress } from './audit-search.ts';
import { DayField } from './day-field.tsx';

/** What to look for. Nothing is asked before the button or Enter: each search leaves an entry itself. */
export function AuditFilters({ search }: { search: AuditSearch }) {
  const { t } = useText();
  const [draft, setDraft] = useState(search);
  const change = (part: Partial<AuditSearch>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    goTo(auditAddress({ ...draft, before: null }));
  };
  const actions = [
    { id: 'any' as const, title: t('audit.anyAction') },
    ...ACTIONS.map((id) => ({ id, title: t(`audit.action.${id}`) })),
  ];
  return (
    <form className="no-print" onSubmit={submit}>
      <div className="form-grid">
        <DayField label={t('audit.from')} value={draft.from} onChange={(from) => change({ from })} />
        <DayField label={t('audit.until')} value={draft.until} onChange={(until) => change({ until })} />
        <TextField label={t('audit.actor')} value={draft.actor} onChange={(actor) => change({ actor })} />
        <Choice
          label={t('audit.action')}
          options={actions}
          value={draft.action || 'any'}
          onChoose={(action) => change({ action: action === 'any' ? '' : action })}
        />
        <TextField label={t('audit.area')} value={draft.area} onChange={(area) => change({ area })} />
        <TextField label={t('audit.text')} value={draft.text} onChange={(text) => change({ text })} />
      </div>
      <div className="actions">
        <button type="submit" className="button button-strong">
          {t('audit.search')}
        </button>
        <button type="button" className="button" onClick={() => goTo('/audit')}>
          {t('audit.clear')}
        </button>
      </div>
    </form>
  );
}
