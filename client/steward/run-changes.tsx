import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CHANGE_KINDS, type ChangeKind, type FieldChange } from '../../geodata/model/import-api.ts';
import { Choice } from '../control/choice.tsx';
import { get } from '../data/api.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useText } from '../text/use-text.ts';
import { fieldTitle } from './field-title.ts';

/** Two versions of one file: what was added, what changed and how, what the newer one lacks. Asked for when it is opened. */
export function RunChanges({ id }: { id: number }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="figures" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('changes.title')}</summary>
      {open && <Changes id={id} />}
    </details>
  );
}

function Changes({ id }: { id: number }) {
  const { t, format } = useText();
  const [kind, setKind] = useState<ChangeKind>('changed');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['/api/import/changes', id, kind],
    queryFn: ({ pageParam, signal }) => get('/api/import/changes', { id, kind, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (error) return <Failed error={error} retry={refetch} />;
  const [first] = data?.pages ?? [];
  if (!first) return <Skeleton lines={4} />;
  const { former, counts } = first;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const kinds = CHANGE_KINDS.filter((kind) => counts[kind] !== null);
  return (
    <div className="changes">
      <p className="quiet">
        {former ? t('changes.since', { id: former.id, when: format.moment(former.startedAt) }) : t('changes.first')}
        {' · '}
        {t('changes.unchanged', { count: format.count(counts.unchanged) })}
      </p>
      <Choice
        label={t('changes.kind')}
        value={kind}
        onChoose={setKind}
        options={kinds.map((id) => ({ id, title: t(`changes.${id}`, { count: format.count(counts[id] ?? 0) }) }))}
      />
      {kind === 'missing' && <p className="quiet">{t('changes.missingHint')}</p>}
      {rows.length === 0 && <p className="quiet">{t('changes.none')}</p>}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section className="table-scroll" tabIndex={0} aria-label={t('changes.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('changes.key')}</th>
                <th scope="col" className="number">
                  {t('changes.line')}
                </th>
                {kind === 'changed' && <th scope="col">{t('changes.what')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, line, fields }) => (
                <tr key={key}>
                  <th scope="row">{key}</th>
                  <td className="number">{format.count(line)}</td>
                  {kind === 'changed' && (
                    <td>
                      {fields.map((field) => (
                        <FieldLine key={field.name} {...field} />
                      ))}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetching} onClick={() => fetchNextPage()}>
          {t('changes.more')}
        </button>
      )}
    </div>
  );
}

function FieldLine({ name, before, after }: FieldChange) {
  const { t } = useText();
  const shown = (value: FieldChange['before']) => (value === null ? t('changes.nothing') : `${value}`);
  return (
    <div className="field-change">
      <span className="quiet">{fieldTitle(name, t)}</span> <del>{shown(before)}</del> → <ins>{shown(after)}</ins>
    </div>
  );
}
