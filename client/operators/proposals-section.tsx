import { useState } from 'react';
import { type OperatorProposal, PROPOSAL_KINDS, type ProposalKind } from '../../geodata/model/operator-api.ts';
import { Choice } from '../control/choice.tsx';
import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { useText } from '../text/use-text.ts';
import { BulkMerge } from './bulk-merge.tsx';
import { NamelessList } from './nameless-list.tsx';
import { ProposalCard } from './proposal-card.tsx';
import type { Decide } from './use-decide.ts';
import { useKeys } from './use-keys.ts';
import { VentureList } from './venture-list.tsx';

interface ProposalsSectionProps {
  readonly dataset: string;
  /** Absent for those who may only read. */
  readonly act: Decide | null;
}

const STEP = 20;

/** What is left to decide, one card after the other, by mouse or by keyboard. */
export function ProposalsSection({ dataset, act }: ProposalsSectionProps) {
  const { t, format } = useText();
  const [kind, setKind] = useState<ProposalKind | 'any'>('any');
  const [limit, setLimit] = useState(STEP);
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const query = { dataset, limit, ...(kind === 'any' ? {} : { kind }) };
  const { data, error, refetch } = useGet('/api/operator-proposals', query);
  const proposals = data?.proposals ?? [];
  const here = Math.min(at, Math.max(0, proposals.length - 1));
  const targetOf = ({ id, names }: OperatorProposal) => chosen[id] ?? names[0]?.name ?? '';
  const decide = (proposal: OperatorProposal | undefined, verdict: 'merge' | 'separate' | 'hold') => {
    if (!proposal || !act) return;
    const names = proposal.names.map(({ name }) => name);
    const countsAs = targetOf(proposal);
    const said = t(`operators.done.${verdict}`, { name: verdict === 'merge' ? countsAs : names.join('、') });
    act.decide([{ verdict, names, ...(verdict === 'merge' ? { countsAs } : {}) }], said);
  };
  useKeys({
    j: () => setAt(Math.min(here + 1, proposals.length - 1)),
    k: () => setAt(Math.max(here - 1, 0)),
    Enter: () => decide(proposals[here], 'merge'),
    r: () => decide(proposals[here], 'separate'),
    h: () => decide(proposals[here], 'hold'),
    u: () => act?.done && act.done.ids.length > 0 && act.undo(act.done.ids, t('operators.done.undo')),
  });
  if (error) return <Failed error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={10} />;
  const all = Object.values(data.openByKind).reduce((sum, count) => sum + count, 0) + data.decided;
  const kinds = PROPOSAL_KINDS.filter((one) => (data.openByKind[one] ?? 0) > 0);
  return (
    <>
      <section className="card" aria-labelledby="proposals">
        <h2 id="proposals" className="number">
          {t('operators.progress', {
            decided: format.count(data.decided),
            all: format.count(all),
            names: format.count(data.names),
            records: format.count(data.records),
          })}
        </h2>
        <div className="form-grid">
          <Choice
            label={t('operators.kind')}
            value={kind}
            onChoose={(value) => {
              setKind(value);
              setAt(0);
            }}
            options={[
              { id: 'any' as const, title: t('operators.anyKind') },
              ...kinds.map((id) => ({
                id,
                title: `${t(`operators.kind.${id}`)} (${format.count(data.openByKind[id] ?? 0)})`,
              })),
            ]}
          />
          {act && <BulkMerge dataset={dataset} count={data.openByKind['same-form'] ?? 0} act={act} />}
        </div>
        {act && <p className="quiet no-print">{t('operators.keys')}</p>}
        {proposals.length === 0 && <p className="quiet">{t('operators.none')}</p>}
        <ol className="proposals">
          {proposals.map((proposal, i) => (
            <ProposalCard
              key={proposal.id}
              proposal={proposal}
              current={i === here}
              countsAs={targetOf(proposal)}
              onCurrent={() => setAt(i)}
              onCountsAs={(name) => setChosen({ ...chosen, [proposal.id]: name })}
              onDecide={act ? (verdict) => decide(proposal, verdict) : undefined}
              busy={act?.busy ?? false}
            />
          ))}
        </ol>
        {data.open > proposals.length && limit < 200 && (
          <button type="button" className="button" onClick={() => setLimit(Math.min(limit + STEP, 200))}>
            {t('operators.more', { count: format.count(Math.min(STEP, data.open - proposals.length)) })}
          </button>
        )}
      </section>
      <NamelessList nameless={data.nameless} records={data.records} act={act} />
      <VentureList ventures={data.firstJointVentures} count={data.jointVentures} act={act} />
    </>
  );
}
