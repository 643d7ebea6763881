import { useState } from 'react';
import type { AuditState } from '../../geodata/model/trace.ts';
import { get } from '../data/api.ts';
import { Failed } from '../page/failed.tsx';
import { useText } from '../text/use-text.ts';

type Asked = 'nothing' | 'busy' | AuditState | Error;

/** Whether every entry is as it was written. Asked for by a button: reading all of them takes a while. */
export function ChainState() {
  const { t } = useText();
  const [asked, setAsked] = useState<Asked>('nothing');
  const verify = async (whole: 'yes' | undefined) => {
    setAsked('busy');
    setAsked(await get('/api/audit/verify', { whole }).catch((error: Error) => error));
  };
  return (
    <section className="card" aria-labelledby="chain">
      <h2 id="chain">{t('audit.chain')}</h2>
      <div className="actions no-print">
        <button type="button" className="button" disabled={asked === 'busy'} onClick={() => verify(undefined)}>
          {t('audit.verify')}
        </button>
        <button type="button" className="button" disabled={asked === 'busy'} onClick={() => verify('yes')}>
          {t('audit.verifyWhole')}
        </button>
      </div>
      <div aria-live="polite">
        {asked === 'busy' && <p className="quiet">{t('audit.verifying')}</p>}
        {asked instanceof Error && <Failed error={asked} retry={() => verify(undefined)} />}
        {typeof asked === 'object' && !(asked instanceof Error) && <Verdict state={asked} />}
      </div>
    </section>
  );
}

function Verdict({ state: { verdict, from, verifiedAt, anchor } }: { state: AuditState }) {
  const { t, format } = useText();
  const { checked, fault, last } = verdict;
  const at = format.moment(verifiedAt);
  return (
    <>
      {fault ? (
        <p className="chain-broken">
          <strong>{t('audit.broken', { seq: fault.seq, fault: t(`audit.fault.${fault.kind}`) })}</strong>
        </p>
      ) : (
        <p>
          <strong>{t('audit.whole', { from, until: last?.seq ?? 0, count: checked, at })}</strong>
        </p>
      )}
      <p className="quiet">
        {anchor ? t('audit.anchored', { seq: anchor.seq, at: format.moment(anchor.at) }) : t('audit.unanchored')}
      </p>
    </>
  );
}
