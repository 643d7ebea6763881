import { Choice } from '../control/choice.tsx';
import { useText } from '../text/use-text.ts';

interface ColumnChoiceProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: string;
  readonly onChoose: (column: string) => void;
}

// A list option cannot have an empty id.
const NONE = ':none';

/** One of the file's columns, or none; none is the empty text. */
export function ColumnChoice({ label, columns, value, onChoose }: ColumnChoiceProps) {
  const { t } = useText();
  return (
    <Choice
      label={label}
      value={value === '' ? NONE : value}
      onChoose={(id) => onChoose(id === NONE ? '' : id)}
      options={[
        { id: NONE, title: t('map-columns.none') },
        ...columns.filter((column) => column !== '').map((column) => ({ id: column, title: column })),
      ]}
    />
  );
}
