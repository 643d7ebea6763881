import { Choice } from '../control/choice.tsx';
import { TextField } from '../steward/text-field.tsx';
import { useText } from '../text/use-text.ts';
import type { StateFilter } from './find-accounts.ts';

const STATES: readonly StateFilter[] = ['all', 'waiting', 'enabled', 'disabled'];

interface AccountFiltersProps {
  readonly text: string;
  readonly state: StateFilter;
  readonly onText: (text: string) => void;
  readonly onState: (state: StateFilter) => void;
}

export function AccountFilters({ text, state, onText, onState }: AccountFiltersProps) {
  const { t } = useText();
  return (
    <div className="form-grid no-print">
      <TextField label={t('admin.find')} value={text} onChange={onText} />
      <Choice
        label={t('admin.state')}
        options={STATES.map((id) => ({ id, title: t(`admin.state.${id}`) }))}
        value={state}
        onChoose={onState}
      />
    </div>
  );
}
