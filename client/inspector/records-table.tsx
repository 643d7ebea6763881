import { Fragment, useState } from 'react';
import type { RecordRow } from '../../geodata/model/api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { useSelection } from '../selection/use-selection.ts';
import type { DatasetWords } from '../text/dataset-words.ts';
import { ABSENT } from '../text/format.ts';
import { useText } from '../text/use-text.ts';
import { recordColumns } from './record-columns.ts';
import { RevealRecord } from './reveal-record.tsx';
import { SortHeading } from './sort-heading.tsx';

interface RecordsTableProps {
  readonly rows: readonly RecordRow[];
  readonly dataset: Dataset;
  readonly words: DatasetWords;
  /** The rows are those of the former question. */
  readonly busy: boolean;
}

/** One page of records; a row opens to everything that is kept of it, and to where it came from. */
export function RecordsTable({ rows, dataset, words, busy }: RecordsTableProps) {
  const { t, format } = useText();
  const { selection, select } = useSelection();
  const [open, setOpen] = useState<number | null>(null);
  const columns = recordColumns(dataset, words, { t, format });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="table-scroll" tabIndex={0} aria-label={t('records.title')}>
      <table className="records-table" aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('records.details')}</span>
            </th>
            {columns.map(({ id, title, sort, numeric }) => (
              <SortHeading
                key={id}
                title={title}
                numeric={numeric}
                direction={sort && sort === selection.sort ? selection.order : null}
                onSort={sort && ((order) => select({ sort, order }))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.id}>
              <tr>
                <td>
                  <button
                    type="button"
                    className="row-toggle"
                    aria-expanded={open === row.id}
                    aria-label={`${t('records.details')} ${row.key}`}
                    onClick={() => setOpen(open === row.id ? null : row.id)}
                  >
                    <svg viewBox="0 0 20 20" aria-hidden="true">
                      <path d={open === row.id ? 'M5 12l5-5 5 5' : 'M5 8l5 5 5-5'} />
                    </svg>
                  </button>
                </td>
                {columns.map(({ id, numeric, textOf }) => (
                  <td
                    key={id}
                    className={numeric ? 'number' : undefined}
                    title={id === 'address' ? (row.address ?? '') : undefined}
                  >
                    {textOf(row) ?? ABSENT}
                  </td>
                ))}
              </tr>
              {open === row.id && (
                <tr className="details-row">
                  <td colSpan={columns.length + 1}>
                    <RevealRecord row={row} dataset={dataset} holder={words.holder} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
