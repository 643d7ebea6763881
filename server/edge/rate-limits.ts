import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Budget, EdgeSettings } from './settings.ts';

/** Looking is cheap and comes in dozens; uploads and changes cost the disk and the database. */
export type RequestKind = 'read' | 'change';

export interface Caller {
  readonly address: string;
  /** Who is signed in; null for anybody. */
  readonly account: string | null;
}

export interface Refusal {
  readonly scope: 'address' | 'account' | 'system';
  /** When to come again, in seconds. */
  readonly retryAfter: number;
}

export interface RateLimits {
  /** Counts one request; says why it must be refused, or null when it may go on. */
  take(kind: RequestKind, caller: Caller): Promise<Refusal | null>;
}

const MINUTE = 60;

/** Counts in this process's memory. What one address sends in excess is not counted against everybody. */
export function openRateLimits({ read, change }: EdgeSettings['budgets']): RateLimits {
  const counters = { read: countersOf(read), change: countersOf(change) };
  return {
    async take(kind, { address, account }) {
      const keys = { address, account, system: 'all' };
      for (const scope of ['address', 'account', 'system'] as const) {
        const counter = counters[kind][scope];
        const key = keys[scope];
        if (!counter || key === null) continue;
        try {
          await counter.consume(key);
        } catch (refused) {
          if (refused instanceof Error) throw refused;
          return { scope, retryAfter: Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1_000)) };
        }
      }
      return null;
    },
  };
}

const countersOf = ({ each, total }: Budget) => ({
  address: counterOf(each),
  account: counterOf(each),
  system: counterOf(total),
});

const counterOf = (points: number) => (points === 0 ? null : new RateLimiterMemory({ points, duration: MINUTE }));
