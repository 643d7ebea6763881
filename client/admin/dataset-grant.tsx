import type { Grant, Grantable } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';

type DatasetPart = Pick<Grant, 'allDatasets' | 'datasets'>;

interface DatasetGrantProps {
  readonly value: DatasetPart;
  readonly known: Grantable | undefined;
  readonly onChange: (value: DatasetPart) => void;
}

/** The datasets of an account: all there are and will be, or those ticked. */
export function DatasetGrant({ value, known, onChange }: DatasetGrantProps) {
  const { t, say } = useText();
  const { allDatasets, datasets } = value;
  const tick = (id: string, on: boolean) =>
    onChange({ allDatasets, datasets: on ? [...datasets, id] : datasets.filter((each) => each !== id) });
  return (
    <fieldset className="grant-part">
      <legend>{t('account.datasets')}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={allDatasets}
          onChange={({ target }) => onChange({ allDatasets: target.checked, datasets: target.checked ? [] : datasets })}
        />
        {t('admin.allDatasets')}
      </label>
      {!allDatasets &&
        known?.datasets.map(({ id, title }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={datasets.includes(id)}
              onChange={({ target }) => tick(id, target.checked)}
            />
            {say(title)}
          </label>
        ))}
    </fieldset>
  );
}
