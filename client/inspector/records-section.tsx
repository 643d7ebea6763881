import { useEffect, useRef } from 'react';
import { useSeesRecords } from '../account/use-session.ts';
import { recordsFilter } from '../data/records-filter.ts';
import { useGet } from '../data/use-get.ts';
import type { Scene } from '../data/use-scene.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { Go } from '../selection/go.tsx';
import { useSelection } from '../selection/use-selection.ts';
import type { DatasetWords } from '../text/dataset-words.ts';
import { useText } from '../text/use-text.ts';
import { ExportRecords } from './export-records.tsx';
import { PageLinks } from './page-links.tsx';
import { RecordsTable } from './records-table.tsx';

const PAGE_SIZE = 25;

interface RecordsSectionProps {
  readonly scene: Scene;
  readonly words: DatasetWords;
  /** To name the operator of the filter, even when no record is left. */
  readonly operators: readonly { readonly id: number; readonly name: string }[];
}

/** The records behind what the panel says: filtered, sorted and paged by the address bar. */
export function RecordsSection({ scene, words, operators }: RecordsSectionProps) {
  const { t } = useText();
  const { selection } = useSelection();
  const heading = useRef<HTMLHeadingElement>(null);
  const { operator, sort, order, page } = selection;
  const allowed = useSeesRecords();
  const filter = recordsFilter(selection, scene);
  const query = allowed && filter && { ...filter, sort, order, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const { data, error, refetch, isPlaceholderData } = useGet('/api/records', query || null);
  useEffect(() => {
    if (operator === null) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [operator]);
  if (!filter) return null;
  if (!allowed) return <p className="quiet">{t('records.notYours')}</p>;
  const name =
    operators.find(({ id }) => id === operator)?.name ?? data?.rows[0]?.countsAs ?? data?.rows[0]?.operator ?? null;
  return (
    <section className="records" aria-labelledby="records">
      <div className="heading-row">
        <h3 id="records" ref={heading} tabIndex={-1}>
          {t('records.title')}
          {data && !isPlaceholderData && (
            <span className="number records-total" aria-live="polite">
              {t('records.count', { count: data.total })}
            </span>
          )}
        </h3>
        <ExportRecords filter={{ ...filter, sort, order }} />
      </div>
      {operator !== null && name !== null && (
        <p>
          <Go
            to={{ operator: null }}
            className="chip chip-remove"
            label={t('records.removeOperator', { operator: name })}
          >
            {t('records.onlyOperator', { operator: name })} <span aria-hidden="true">×</span>
          </Go>
        </p>
      )}
      {error && <Failed error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && data.total === 0 && <p className="quiet">{t('records.none')}</p>}
      {data && data.total > 0 && (
        <>
          <RecordsTable rows={data.rows} dataset={scene.summary.dataset} words={words} busy={isPlaceholderData} />
          <PageLinks page={page} total={data.total} size={PAGE_SIZE} />
          <p className="quiet">{t('records.masked')}</p>
        </>
      )}
    </section>
  );
}
