import { useState } from 'react';
import { ADDRESS_STATES, type AddressState } from '../../geodata/model/review-api.ts';
import { Choice } from '../control/choice.tsx';
import { Toggle } from '../control/toggle.tsx';
import { useGet } from '../data/use-get.ts';
import { Empty } from '../page/empty.tsx';
import { Failed } from '../page/failed.tsx';
import { SiteHeader } from '../page/site-header.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useTitle } from '../page/use-title.ts';
import { goTo, useLocation } from '../selection/location.ts';
import { useText } from '../text/use-text.ts';
import { ReviewDesk } from './review-desk.tsx';

/** Addresses that a person places, one after the other. Dataset and state stand in the address bar. */
export function ReviewPage() {
  const { t, say } = useText();
  const search = new URLSearchParams(useLocation().search);
  const datasets = useGet('/api/datasets', {});
  const [keys, setKeys] = useState(true);
  useTitle(t('review.title'));
  const byAddress = datasets.data?.filter(({ dataset }) => dataset.place.address) ?? [];
  const summary =
    byAddress.find(({ dataset }) => dataset.id === search.get('dataset')) ??
    byAddress.find(({ unplaced }) => unplaced !== null && unplaced > 0) ??
    byAddress[0];
  const state: AddressState = ADDRESS_STATES.find((each) => each === search.get('state')) ?? 'open';
  const show = (part: { dataset?: string; state?: AddressState }) => {
    const next = { dataset: summary?.dataset.id ?? '', state, ...part };
    goTo(`/review?${new URLSearchParams(next)}`, { replace: true });
  };
  return (
    <div className="review-page">
      <SiteHeader />
      <main id="main">
        <header className="review-head">
          <h1>{t('review.title')}</h1>
          <p className="quiet">{t('review.lead')}</p>
          <div className="review-bar">
            {summary && (
              <Choice
                label={t('review.dataset')}
                value={summary.dataset.id}
                onChoose={(dataset) => show({ dataset })}
                options={byAddress.map(({ dataset }) => ({ id: dataset.id, title: say(dataset.title) }))}
              />
            )}
            <Toggle
              label={t('review.state')}
              value={state}
              onChoose={(next) => show({ state: next })}
              options={ADDRESS_STATES.map((id) => ({ id, title: t(`review.state.${id}`) }))}
            />
            <Toggle
              label={t('review.keys')}
              value={keys ? 'on' : 'off'}
              onChoose={(next) => setKeys(next === 'on')}
              options={[
                { id: 'on', title: t('review.keysOn') },
                { id: 'off', title: t('review.keysOff') },
              ]}
            />
          </div>
        </header>
        {datasets.error && <Failed error={datasets.error} retry={datasets.refetch} />}
        {datasets.isPending && <Skeleton lines={6} />}
        {datasets.data && !summary && <Empty title={t('review.none')} hint={t('review.noneHint')} />}
        {summary && <ReviewDesk key={`${summary.dataset.id} ${state}`} summary={summary} state={state} keys={keys} />}
      </main>
    </div>
  );
}
