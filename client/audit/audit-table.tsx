import { Fragment, useState } from 'react';
import type { AuditEntry } from '../../geodata/model/trace.ts';
import { ABSENT } from '../text/format.ts';
import { useText } from '../text/use-text.ts';
import { actionText } from './action-text.ts';
import { AuditDetails } from './audit-details.tsx';

/** One page of entries; a row opens to everything that it holds. */
export function AuditTable({ entries, busy }: { entries: readonly AuditEntry[]; busy: boolean }) {
  const { t, format } = useText();
  const [open, setOpen] = useState<number | null>(null);
  const columns = ['seq', 'at', 'who', 'action', 'subject', 'area', 'address'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="table-scroll" tabIndex={0} aria-label={t('audit.entries')}>
      <table className="records-table" aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('audit.details')}</span>
            </th>
            {columns.map((id) => (
              <th key={id} scope="col" className={id === 'seq' ? 'number' : undefined}>
                {t(`audit.column.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Fragment key={entry.seq}>
              <tr>
                <td>
                  <button
                    type="button"
                    className="row-toggle"
                    aria-expanded={open === entry.seq}
                    aria-label={`${t('audit.details')} ${entry.seq}`}
                    onClick={() => setOpen(open === entry.seq ? null : entry.seq)}
                  >
                    <svg viewBox="0 0 20 20" aria-hidden="true">
                      <path d={open === entry.seq ? 'M5 12l5-5 5 5' : 'M5 8l5 5 5-5'} />
                    </svg>
                  </button>
                </td>
                <td className="number">{entry.seq}</td>
                <td>
                  <time dateTime={entry.at}>{format.moment(entry.at)}</time>
                </td>
                <td title={entry.actorName}>{entry.actorName}</td>
                <td>{actionText(entry.action, t)}</td>
                <td>{entry.subjectId ? `${entry.subjectKind} ${entry.subjectId}` : ABSENT}</td>
                <td>{entry.areaCode ?? ABSENT}</td>
                <td>{entry.address ?? ABSENT}</td>
              </tr>
              {open === entry.seq && (
                <tr className="details-row">
                  <td colSpan={columns.length + 1}>
                    <AuditDetails entry={entry} />
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
