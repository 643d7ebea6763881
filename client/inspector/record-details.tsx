import type { RecordRow } from '../../geodata/model/api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { ABSENT } from '../text/format.ts';
import { useText } from '../text/use-text.ts';

interface RecordDetailsProps {
  readonly row: RecordRow;
  readonly dataset: Dataset;
  /** Shown only in plain: masked, it stands in the table already. */
  readonly holder: { readonly title: string; readonly name: string | null } | null;
}

/** Everything that is kept of one record, and the line of the file it came from. */
export function RecordDetails({ row, dataset, holder }: RecordDetailsProps) {
  const { t, say } = useText();
  const titleOf = (id: string) => {
    const field = dataset.fields.find((each) => each.id === id);
    return field ? say(field.title) : id;
  };
  const facts: [string, string][] = [
    ...(holder ? [[holder.title, holder.name ?? ABSENT] as [string, string]] : []),
    [t('records.category'), row.category ?? ABSENT],
    [t('records.address'), row.address ?? ABSENT],
    ...Object.entries(row.fields).map(([id, value]): [string, string] => [titleOf(id), String(value)]),
    [t('records.grade'), t(`grade.${row.grade ?? 'none'}`)],
    ...(row.score === null ? [] : [[t('records.score'), row.score.toFixed(2)] as [string, string]]),
    [t('records.source'), t('records.sourceLine', { file: row.fileName, line: row.line })],
  ];
  return (
    <dl className="facts">
      {facts.map(([title, fact]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
