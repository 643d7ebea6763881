import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AddressRow, AddressState, DecisionOutcome } from '../../geodata/model/review-api.ts';
import { addressOf, ask, post } from '../data/api.ts';
import { useGet } from '../data/use-get.ts';
import { useText } from '../text/use-text.ts';
import { type Picked, verdictOf } from './picked.ts';

/** So many addresses are listed at a time; those decided on make room for the next. */
const LISTED = 500;

/** The addresses of a dataset one after the other: what is looked at, what is picked, what was decided. */
export function useReview(dataset: string | null, state: AddressState) {
  const { t } = useText();
  const client = useQueryClient();
  const list = useGet('/api/addresses', dataset === null ? null : { dataset, state, limit: LISTED }, { keep: false });
  const [chosen, setChosen] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [decided, setDecided] = useState<readonly { readonly decision: number; readonly address: string }[]>([]);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [said, setSaid] = useState('');

  const rows = inOrder(list.data?.rows ?? [], skipped).filter(({ id }) => !gone.includes(id));
  const at = Math.max(
    rows.findIndex(({ id }) => id === chosen),
    0,
  );
  const current = rows[at] ?? null;
  const question = dataset === null || current === null ? null : { dataset, address: current.id };
  const detail = useGet('/api/address', question, { keep: false });

  const go = (row: AddressRow | undefined) => {
    setPicked(null);
    setChosen(row?.id ?? null);
  };
  // Figures elsewhere follow from where records lie; boundaries do not.
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey: [path] }) => isAboutRecords(path) });

  const deciding = useMutation({
    mutationFn: (request: { row: AddressRow; picked: Picked; alias: string | null; place: string }) =>
      post('/api/address/decision', {
        dataset: dataset ?? '',
        address: request.row.id,
        before: request.row.decisionId,
        ...verdictOf(request.picked),
        ...(request.alias === null ? {} : { alias: request.alias }),
      }),
    onSuccess: ({ decision, moved }, { row, picked, place }) => {
      const next = rows[at + 1] ?? rows[at - 1];
      if (decision) setDecided([...decided, { decision: decision.id, address: row.id }]);
      if (state === 'open') setGone([...gone, row.id]);
      if (next) {
        const key = picked.kind === 'nowhere' ? 'review.said.aside' : 'review.said.decided';
        setSaid(t(key, { place, count: moved, next: next.address }));
      } else setSaid(t('review.said.last', { place, count: moved }));
      go(state === 'open' ? next : row);
      // Not waited for: the next key may come at once.
      void refresh();
    },
  });

  const undoing = useMutation({
    mutationFn: ({ decision }: { decision: number; address: string | null }) =>
      ask<DecisionOutcome>('DELETE', addressOf('/api/address/decision', { id: decision })),
    onSuccess: ({ moved }, { decision, address }) => {
      setDecided(decided.filter((one) => one.decision !== decision));
      setGone(gone.filter((id) => id !== address));
      setSaid(t('review.said.undone', { count: moved }));
      setPicked(null);
      setChosen(address);
      void refresh();
    },
  });

  return {
    list,
    rows,
    current,
    detail,
    picked,
    said,
    deciding,
    undoing,
    refresh,
    lastDecided: decided.at(-1) ?? null,
    pick(next: Picked | null, place: string) {
      setPicked(next);
      if (next) setSaid(t('review.said.picked', { place }));
    },
    choose: (id: string | null) => go(rows.find((row) => row.id === id)),
    step: (by: 1 | -1) => rows[at + by] && go(rows[at + by]),
    skip() {
      if (!current) return;
      const next = rows[at + 1] ?? rows[0];
      setSkipped([...skipped.filter((id) => id !== current.id), current.id]);
      setSaid(next ? t('review.said.skipped', { next: next.address }) : '');
      go(next);
    },
  };
}

/** What was skipped comes last, in the order in which it was. */
function inOrder(rows: readonly AddressRow[], skipped: readonly string[]): AddressRow[] {
  const rank = (row: AddressRow) => skipped.indexOf(row.id);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

const STAYS = ['/api/session', '/api/health', '/api/profile'];
const isAboutRecords = (path: unknown): boolean =>
  typeof path === 'string' && path.startsWith('/api/') && !STAYS.includes(path);
