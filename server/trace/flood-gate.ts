import type { Json, TraceEvent } from '../../geodata/model/trace.ts';

export interface FloodGate {
  /** Enters the first event under a key at once, and counts the others of its minute. Resolves when it is entered or counted. */
  enter(key: string, event: TraceEvent): Promise<void>;
  /** Enters all sums that are still open. */
  close(): Promise<void>;
}

interface Sum {
  readonly first: TraceEvent;
  /** How often each content came after the first, by its text. */
  readonly more: Map<string, number>;
  readonly timer: NodeJS.Timeout;
}

const MINUTE = 60_000;
/** So many keys at a time have sums of their own; whoever comes with more of them shares one for each action. */
const KEYS = 200;
/** So many different contents are told apart in a sum. */
const CONTENTS = 50;

/**
 * Refusals are worth an entry, but whoever is refused decides how often: a flood of them must fill neither the disk nor hide
 * other entries. Under each key there are at most two entries a minute, the first and the sum of the rest.
 */
export function openFloodGate(look: (event: TraceEvent) => Promise<void>, minute = MINUTE): FloodGate {
  const sums = new Map<string, Sum>();

  const end = async (key: string) => {
    const sum = sums.get(key);
    if (!sum) return;
    clearTimeout(sum.timer);
    sums.delete(key);
    if (sum.more.size > 0) await look(summed(sum));
  };

  return {
    async enter(wanted, event) {
      const key = sums.has(wanted) || sums.size < KEYS ? wanted : `everybody else ${event.action}`;
      const sum = sums.get(key);
      if (sum) return count(sum, event);
      // Counted from before it is written, so that those which come at once are counted too. A sum that cannot be written is lost: its first is there.
      const timer = setTimeout(() => void end(key).catch(() => {}), minute).unref();
      sums.set(key, { first: event, more: new Map(), timer });
      await look(event);
    },
    async close() {
      for (const key of [...sums.keys()]) await end(key);
    },
  };
}

function count({ more }: Sum, { after }: TraceEvent): void {
  const text = JSON.stringify(after ?? null);
  const kept = more.has(text) || more.size < CONTENTS ? text : '"others"';
  more.set(kept, (more.get(kept) ?? 0) + 1);
}

function summed({ first, more }: Sum): TraceEvent {
  const parts = [...more].map(([text, times]) => ({ times, after: JSON.parse(text) as Json }));
  const times = parts.reduce((sum, part) => sum + part.times, 0);
  return { ...first, requestId: null, after: { repeated: times, parts } };
}
