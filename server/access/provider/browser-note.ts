import { z } from 'zod';
import type { Keyring } from '../keyring.ts';

/** How long a note is good for, in milliseconds. */
export const NOTE_LASTS = 10 * 60_000;

/** What a browser keeps for us and can neither read nor change: the attempt that is under way, or whom the provider vouched for in vain. */
const NOTES = {
  attempt: z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), target: z.string() }),
  stranger: z.strictObject({ subject: z.string() }),
};
type Kind = keyof typeof NOTES;
type Note<K extends Kind> = z.infer<(typeof NOTES)[K]>;
export type Attempt = Note<'attempt'>;

const ownerOf = (kind: Kind) => `provider ${kind}`;

export function sealNote<K extends Kind>(keyring: Keyring, kind: K, note: Note<K>, now: Date): string {
  const text = JSON.stringify({ note, until: now.getTime() + NOTE_LASTS });
  return keyring.seal(ownerOf(kind), Buffer.from(text));
}

/** Null when there is none, it is too old, of another kind, or not as we sealed it. */
export function openNote<K extends Kind>(keyring: Keyring, kind: K, sealed: string | null, now: Date): Note<K> | null {
  if (sealed === null) return null;
  try {
    const { note, until } = JSON.parse(keyring.unseal(ownerOf(kind), sealed).toString());
    return now.getTime() < until ? (NOTES[kind].parse(note) as Note<K>) : null;
  } catch {
    return null;
  }
}
