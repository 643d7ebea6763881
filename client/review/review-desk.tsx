import { lazy, Suspense, useRef, useState } from 'react';
import type { DatasetSummary } from '../../geodata/model/api.ts';
import type { Position } from '../../geodata/model/place.ts';
import type { AddressState } from '../../geodata/model/review-api.ts';
import { hasWebGl } from '../map/web-gl.ts';
import { Empty } from '../page/empty.tsx';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useNarrow } from '../page/use-narrow.ts';
import { useText } from '../text/use-text.ts';
import { AddressDetail } from './address-detail.tsx';
import { AddressList } from './address-list.tsx';
import { LearntAliases } from './learnt-aliases.tsx';
import { placeText } from './place-text.ts';
import { useReview } from './use-review.ts';
import { useShortcuts } from './use-shortcuts.ts';

const ReviewMap = lazy(() => import('../map/review-map.tsx').then(({ ReviewMap }) => ({ default: ReviewMap })));

const NONE = { open: 'review.none', decided: 'review.noneDecided', aside: 'review.noneAside' } as const;

interface ReviewDeskProps {
  readonly summary: DatasetSummary;
  readonly state: AddressState;
  /** Whether single keys act. */
  readonly keys: boolean;
}

/** The list, the address that is looked at, and the map: beside each other, on a phone one after the other. */
export function ReviewDesk({ summary, state, keys }: ReviewDeskProps) {
  const { t, format } = useText();
  const narrow = useNarrow();
  const review = useReview(summary.dataset.id, state);
  const { list, rows, current, detail, picked, deciding, undoing, lastDecided } = review;
  const [opened, setOpened] = useState(false);
  const [alias, setAlias] = useState<{ address: string; text: string | null } | null>(null);
  const middle = useRef<HTMLElement>(null);
  const busy = deciding.isPending || undoing.isPending;
  const learnt = alias !== null && alias.address === current?.id ? alias.text : null;
  const levels = summary.levels.filter(({ withBoundary }) => withBoundary > 0);

  const point = (position: Position, byKey: boolean) =>
    review.pick({ kind: 'position', position, byKey }, t('review.position'));
  const pointAtMiddle = () => {
    const area = picked?.kind === 'area' ? picked.area : detail.data?.candidates[0];
    const bounds = area?.bounds ?? levels[0]?.bounds;
    if (bounds) point([(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2], true);
  };
  const pickNumber = (index: number) => {
    const area = detail.data?.candidates[index];
    if (area) review.pick({ kind: 'area', area }, placeText(area));
  };
  const confirm = () => {
    if (!current || !picked || busy) return;
    const place =
      picked.kind === 'area'
        ? placeText(picked.area)
        : t(picked.kind === 'position' ? 'review.position' : 'review.nowhereShort');
    deciding.mutate({ row: current, picked, place, alias: picked.kind === 'area' ? learnt : null });
  };
  const undo = () => lastDecided && !busy && undoing.mutate(lastDecided);
  useShortcuts(
    {
      ...Object.fromEntries([0, 1, 2, 3, 4].map((index) => [`${index + 1}`, () => pickNumber(index)])),
      '/': () => middle.current?.querySelector<HTMLElement>('.area-search input')?.focus(),
      p: pointAtMiddle,
      n: () => review.pick({ kind: 'nowhere', reason: '' }, t('review.nowhereShort')),
      s: review.skip,
      j: () => review.step(1),
      k: () => review.step(-1),
      u: undo,
      enter: picked ? confirm : undefined,
    },
    keys,
  );

  const totals = list.data?.totals;
  const shown = { open: totals?.openAddresses, decided: totals?.decidedAddresses, aside: totals?.asideAddresses }[
    state
  ];
  return (
    <>
      <div className="review-bar">
        {totals && (
          <p>
            {t('review.progress', {
              addresses: format.count(totals.openAddresses),
              records: format.count(totals.openRecords),
              today: format.count(totals.decidedToday),
            })}
          </p>
        )}
        <button type="button" className="button" disabled={!lastDecided || busy} onClick={undo}>
          {t('review.undo')}
        </button>
        <LearntAliases onForgotten={review.refresh} />
      </div>
      {keys && !narrow && <p className="quiet">{t('review.keysHelp')}</p>}
      <p className="review-said" role="status" aria-live="polite">
        {review.said}
      </p>
      {[list.error, deciding.error, undoing.error].map(
        (error) => error && <Failed key={error.message} error={error} retry={review.refresh} />,
      )}
      {list.isPending && <Skeleton lines={8} />}
      {list.data && rows.length === 0 && (
        <Empty title={t(NONE[state])} hint={t(state === 'open' ? 'review.noneHint' : 'review.noneOther')} />
      )}
      {rows.length > 0 && (
        <div className="review-desk" data-opened={opened}>
          <section className="review-list" aria-label={t('review.list')}>
            <AddressList
              rows={rows}
              current={current?.id ?? null}
              onChoose={(id) => {
                review.choose(id);
                setOpened(true);
              }}
            />
            {shown !== undefined && shown > rows.length && (
              <p className="quiet">
                {t('review.more', { total: format.count(shown), shown: format.count(rows.length) })}
              </p>
            )}
          </section>
          <section className="review-detail" ref={middle} tabIndex={-1} aria-label={current?.address}>
            {narrow && (
              <button type="button" className="button" onClick={() => setOpened(false)}>
                {t('review.back')}
              </button>
            )}
            {detail.error && <Failed error={detail.error} retry={detail.refetch} />}
            {detail.isPending && <Skeleton lines={5} />}
            {detail.data && current && (
              <AddressDetail
                key={current.id}
                dataset={summary.dataset.id}
                detail={detail.data}
                picked={picked}
                busy={busy}
                onPick={(next, place) => {
                  review.pick(next, place);
                  // From the search back to where Enter confirms.
                  if (next?.kind === 'area') middle.current?.focus();
                }}
                onPoint={pointAtMiddle}
                onAlias={(text) => setAlias({ address: current.id, text })}
                onConfirm={confirm}
                onSkip={review.skip}
                onUndo={(decision) => undoing.mutate({ decision, address: current.id })}
              />
            )}
          </section>
          <section className="review-map" aria-label={t('review.map')}>
            {hasWebGl() ? (
              <Suspense fallback={<p className="map-note">{t('map.loading')}</p>}>
                <ReviewMap
                  levels={levels}
                  candidates={detail.data?.candidates.map(({ code }) => code) ?? []}
                  picked={picked?.kind === 'area' ? picked.area.code : null}
                  pin={picked?.kind === 'position' ? picked : null}
                  onPin={(position) => point(position, false)}
                />
              </Suspense>
            ) : (
              <p className="no-map">{t('map.noWebGl')}</p>
            )}
          </section>
        </div>
      )}
    </>
  );
}
