import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DecideRequest } from '../../geodata/model/operator-api.ts';
import { useAction } from '../account/use-action.ts';
import { ask, post } from '../data/api.ts';

export type NewDecision = DecideRequest['decisions'][number];

export interface Decide {
  readonly busy: boolean;
  readonly error: Error | null;
  /** What was done last, said in words; and the decisions that can be taken back. */
  readonly done: { readonly said: string; readonly ids: readonly number[] } | null;
  readonly decide: (decisions: readonly NewDecision[], said: string) => void;
  readonly undo: (ids: readonly number[], said: string) => void;
}

/** Sends decisions about names, and takes them back. Everything that was counted before is out of date then. */
export function useDecide(dataset: string, why: string): Decide {
  const client = useQueryClient();
  const { busy, error, run } = useAction();
  const [done, setDone] = useState<Decide['done']>(null);
  const perform = (work: () => Promise<readonly number[]>, said: string) => {
    if (busy) return;
    void run(async () => {
      const ids = await work();
      await client.invalidateQueries();
      setDone({ said, ids });
    });
  };
  return {
    busy,
    error,
    done,
    decide: (decisions, said) =>
      perform(async () => {
        const made = await post('/api/operator-decisions', { dataset, decisions, why });
        return made.map(({ id }) => id);
      }, said),
    undo: (ids, said) =>
      perform(async () => {
        for (const id of ids) await ask('DELETE', `/api/operator-decisions?id=${id}`);
        return [];
      }, said),
  };
}
