import { useState } from 'react';
import { decidesNames } from '../account/pages-of.ts';
import { useSession } from '../account/use-session.ts';
import { Wrong } from '../account/wrong.tsx';
import { Choice } from '../control/choice.tsx';
import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { SiteHeader } from '../page/site-header.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useTitle } from '../page/use-title.ts';
import { goTo, useLocation } from '../selection/location.ts';
import { TextField } from '../steward/text-field.tsx';
import { useText } from '../text/use-text.ts';
import { DecisionList } from './decision-list.tsx';
import { ProposalsSection } from './proposals-section.tsx';
import { useDecide } from './use-decide.ts';

/** Which names are of one operator: proposals, decisions, and the way back. The dataset stands in the address bar. */
export function OperatorsPage() {
  const { t, say } = useText();
  const { search } = useLocation();
  const session = useSession();
  const { data, error, refetch } = useGet('/api/datasets', {});
  const named = (data ?? []).filter(({ dataset, records }) => dataset.operator !== undefined && records > 0);
  const asked = new URLSearchParams(search).get('dataset');
  const dataset = (named.find(({ dataset }) => dataset.id === asked) ?? named[0])?.dataset;
  const [why, setWhy] = useState('');
  const act = useDecide(dataset?.id ?? '', why);
  const mayDecide = decidesNames(session.data);
  useTitle(t('operators.title'));
  return (
    <div className="import-page operators-page">
      <SiteHeader />
      <main id="main">
        <header>
          <h1>{t('operators.title')}</h1>
          <p className="quiet">{t('operators.lead')}</p>
        </header>
        {error && <Failed error={error} retry={refetch} />}
        {!data && !error && <Skeleton lines={6} />}
        {data && !dataset && <p className="quiet">{t('operators.noDataset')}</p>}
        {dataset && (
          <>
            <div className="form-grid">
              <Choice
                label={t('operators.dataset')}
                value={dataset.id}
                options={named.map(({ dataset }) => ({ id: dataset.id, title: say(dataset.title) }))}
                onChoose={(id) => goTo(`/operators?dataset=${encodeURIComponent(id)}`)}
              />
              {mayDecide && <TextField label={t('operators.why')} value={why} onChange={setWhy} />}
            </div>
            {act.done && (
              <div className="outcome no-print" role="status">
                <p>{act.done.said}</p>
                {act.done.ids.length > 0 && (
                  <button
                    type="button"
                    className="button"
                    disabled={act.busy}
                    onClick={() => act.undo(act.done?.ids ?? [], t('operators.done.undo'))}
                  >
                    {t('operators.undo')}
                  </button>
                )}
              </div>
            )}
            <Wrong error={act.error} />
            <ProposalsSection key={dataset.id} dataset={dataset.id} act={mayDecide ? act : null} />
            <DecisionList dataset={dataset.id} act={mayDecide ? act : null} />
          </>
        )}
      </main>
    </div>
  );
}
