import { useDeferredValue, useMemo, useState } from 'react';
import type { AreaIndicators } from '../../geodata/model/indicator.ts';
import type { Scene } from '../data/use-scene.ts';
import { SortHeading } from '../inspector/sort-heading.tsx';
import { Go } from '../selection/go.tsx';
import { datasetWords } from '../text/dataset-words.ts';
import { levelNoun } from '../text/level-noun.ts';
import { useText } from '../text/use-text.ts';
import { areaColumns, sortAreas } from './area-columns.ts';
import { Skeleton } from './skeleton.tsx';

const PAGE_SIZE = 100;

/** The same figures as the map for all areas, equal in rank to it: sorted, filtered, a hundred at a time. */
export function AreaTable({ scene, areas }: { scene: Scene; areas: readonly AreaIndicators[] | undefined }) {
  const speech = useText();
  const { t, format } = speech;
  const [sorting, setSorting] = useState<{ id: string; order: 'asc' | 'desc' }>({ id: 'tier', order: 'asc' });
  const [filter, setFilter] = useState('');
  const [page, setPage] = useState(0);
  const wanted = useDeferredValue(filter.trim());
  const columns = useMemo(() => areaColumns(datasetWords(scene.summary.dataset, speech), speech), [scene, speech]);
  const rankOf = columns.find(({ id }) => id === sorting.id)?.rankOf;
  const sorted = useMemo(() => {
    const matching = (areas ?? []).filter(({ name, code }) => name.includes(wanted) || code.startsWith(wanted));
    return sortAreas(matching, rankOf ?? (({ name }) => name), sorting.order);
  }, [areas, wanted, rankOf, sorting.order]);
  if (!areas) return <Skeleton lines={14} />;
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const at = Math.min(page, pages - 1);
  const rows = sorted.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE);
  const sortBy = (id: string) => (order: 'asc' | 'desc') => {
    setSorting({ id, order });
    setPage(0);
  };
  const heading = t('table.title', { level: scene.level ? levelNoun(scene.level.level, 1, speech) : '' });
  return (
    <div className="area-table">
      <div className="heading-row">
        <h2>{heading}</h2>
        <label>
          <span className="visually-hidden">{t('table.filter')}</span>
          <input
            type="search"
            placeholder={t('table.filter')}
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
        </label>
        <span className="quiet number" aria-live="polite">
          {t('table.shown', {
            from: format.count(sorted.length === 0 ? 0 : at * PAGE_SIZE + 1),
            until: format.count(at * PAGE_SIZE + rows.length),
            count: format.count(sorted.length),
          })}
        </span>
        <span className="page-links">
          <button type="button" className="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            {t('records.previous')}
          </button>
          <button type="button" className="button" disabled={at >= pages - 1} onClick={() => setPage(at + 1)}>
            {t('records.next')}
          </button>
        </span>
      </div>
      {rows.length === 0 && <p className="quiet">{t('table.none')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="table-scroll" tabIndex={0} aria-label={heading}>
        <table>
          <thead>
            <tr>
              <SortHeading
                title={t('table.name')}
                numeric={false}
                direction={sorting.id === 'name' ? sorting.order : null}
                onSort={sortBy('name')}
              />
              {columns.map(({ id, title, numeric }) => (
                <SortHeading
                  key={id}
                  title={title}
                  numeric={numeric}
                  direction={sorting.id === id ? sorting.order : null}
                  onSort={sortBy(id)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((area) => (
              <tr key={area.code}>
                <th scope="row">
                  <Go to={{ area: area.code }}>{area.name}</Go>
                </th>
                {columns.map(({ id, numeric, textOf }) => (
                  <td key={id} className={numeric ? 'number' : undefined}>
                    {id === 'tier' ? (
                      <span className={`tier-mark tier-${area.tier}`}>{textOf(area)}</span>
                    ) : (
                      textOf(area)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
