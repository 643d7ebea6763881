import { useEffect, useRef } from 'react';
import type { OperatorProposal } from '../../geodata/model/operator-api.ts';
import { useText } from '../text/use-text.ts';
import { EffectLine } from './effect-line.tsx';
import { MarkedName } from './marked-name.tsx';

interface ProposalCardProps {
  readonly proposal: OperatorProposal;
  readonly current: boolean;
  readonly countsAs: string;
  readonly onCurrent: () => void;
  readonly onCountsAs: (name: string) => void;
  /** Absent for those who may only read. */
  readonly onDecide?: ((verdict: 'merge' | 'separate' | 'hold') => void) | undefined;
  readonly busy: boolean;
}

const PARTS = ['form', 'branch', 'former'] as const;

/** Names that may be of one operator, side by side, with what merging them would change. */
export function ProposalCard({ proposal, current, countsAs, busy, ...act }: ProposalCardProps) {
  const { t, format } = useText();
  const { kind, names, held, sharedAreas, sharedAreaNames, changedAreas, effects } = proposal;
  const card = useRef<HTMLLIElement>(null);
  const first = names[0]?.name ?? '';
  const told = PARTS.filter((part) => new Set(names.map((name) => name[part])).size > 1);
  // Whoever goes on by keyboard is followed; the first card of a page that just opened is not pulled into sight.
  const wasCurrent = useRef(current);
  useEffect(() => {
    if (current && !wasCurrent.current) card.current?.scrollIntoView({ block: 'nearest' });
    wasCurrent.current = current;
  }, [current]);
  return (
    <li ref={card} className="proposal" aria-current={current ? 'true' : undefined} onFocusCapture={act.onCurrent}>
      <p className="quiet">
        {t(`operators.kind.${kind}`)}
        {held && <strong> · {t('operators.held')}</strong>}
      </p>
      <fieldset className="proposal-names" disabled={!act.onDecide || busy}>
        <legend className="visually-hidden">{t('operators.countAs')}</legend>
        {names.map(({ name, records, ...parts }) => (
          <label key={name}>
            <input
              type="radio"
              name={proposal.id}
              checked={name === countsAs}
              onChange={() => act.onCountsAs(name)}
              aria-label={`${t('operators.countAs')}: ${name}`}
            />
            <span>
              <MarkedName name={name} other={name === first ? (names[1]?.name ?? '') : first} />
              <small className="quiet">
                {t('operators.records', { count: format.count(records) })}
                {told.map((part) => (
                  <span key={part}>
                    {' · '}
                    {t(`operators.part.${part}`)}: {parts[part] || '–'}
                  </span>
                ))}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="quiet">
        {sharedAreas === 0
          ? t('operators.sharedNone')
          : t('operators.shared', { count: format.count(sharedAreas), names: sharedAreaNames.join('、') })}
        {' · '}
        {changedAreas === 0
          ? t('operators.changedNone')
          : t('operators.changed', { count: format.count(changedAreas) })}
      </p>
      {effects.length > 0 && (
        <ul className="proposal-effects">
          {effects.map((effect) => (
            <EffectLine key={effect.code} effect={effect} />
          ))}
        </ul>
      )}
      {act.onDecide && (
        <div className="actions no-print">
          <button
            type="button"
            className="button button-strong"
            disabled={busy}
            onClick={() => act.onDecide?.('merge')}
          >
            {t('operators.merge')}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => act.onDecide?.('separate')}>
            {t('operators.separate')}
          </button>
          {!held && (
            <button type="button" className="button" disabled={busy} onClick={() => act.onDecide?.('hold')}>
              {t('operators.hold')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
