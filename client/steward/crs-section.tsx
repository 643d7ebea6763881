import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CrsHypothesis, CrsProposal, CrsTestRequest } from '../../geodata/model/crs-api.ts';
import { post } from '../data/api.ts';
import { Failed } from '../page/failed.tsx';
import { useText } from '../text/use-text.ts';
import { CrsTable } from './crs-table.tsx';

/** A declaration that was changed: what it is of now, and what brings the earlier one back. */
export interface Adopted {
  readonly subject: string;
  readonly undo: () => Promise<void>;
}

interface CrsSectionProps {
  /** The dataset that is chosen; what was said of another one is not shown. */
  readonly subject: string;
  /** What is tested: the upload with a dataset, or with a mapping that is not saved yet. */
  readonly request: CrsTestRequest;
  /** Takes another system over; resolves when the declaration says so. */
  readonly adopt: (proposal: CrsProposal) => Promise<Adopted>;
}

/** Tests what is declared of the coordinates, and lets a person take over what fits better. */
export function CrsSection({ subject, request, adopt }: CrsSectionProps) {
  const { t, say } = useText();
  const [adopted, setAdopted] = useState<(Adopted & { title: string }) | null>(null);
  const test = useMutation({ mutationFn: (asked: CrsTestRequest) => post('/api/crs-test', asked) });
  const change = useMutation({
    mutationFn: async (to: CrsHypothesis) => setAdopted({ ...(await adopt(to)), title: say(to.title) }),
    onSuccess: () => test.reset(),
  });
  const undo = useMutation({ mutationFn: async () => adopted?.undo(), onSuccess: () => setAdopted(null) });
  const busy = test.isPending || change.isPending || undo.isPending;
  // An answer to a question that is no longer the one on the page would mislead.
  const result = JSON.stringify(test.variables) === JSON.stringify(request) ? test.data : undefined;
  return (
    <section className="crs-test" aria-labelledby="crs-title">
      <h3 id="crs-title">{t('crs.title')}</h3>
      <p className="quiet">{t('crs.lead')}</p>
      <button type="button" className="button" disabled={busy} onClick={() => test.mutate(request)}>
        {t(test.isPending ? 'crs.testing' : 'crs.test')}
      </button>
      {test.error && <Failed error={test.error} retry={() => test.mutate(request)} />}
      {change.error && <Failed error={change.error} retry={() => change.reset()} />}
      {undo.error && <Failed error={undo.error} retry={() => undo.mutate()} />}
      <div aria-live="polite">
        {adopted?.subject === subject && (
          <p>
            {t('crs.adopted', { title: adopted.title })}{' '}
            <button type="button" className="button" disabled={busy} onClick={() => undo.mutate()}>
              {t('crs.undo')}
            </button>
          </p>
        )}
        {result && (
          <>
            <p className={result.verdict === 'fits' ? '' : 'caution'}>{say(result.summary)}</p>
            {result.warnings.map(({ id, text }) => (
              <p key={id} className="caution">
                {say(text)}
              </p>
            ))}
            {result.hypotheses.length > 0 && <CrsTable result={result} onChoose={change.mutate} disabled={busy} />}
          </>
        )}
      </div>
    </section>
  );
}
