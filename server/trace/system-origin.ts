import { userInfo } from 'node:os';
import type { Origin } from './origin-of.ts';

/** What the program does of itself or by command: in the name of the operating system's user who runs it. */
export function systemOrigin(): Origin {
  return { actor: { kind: 'system', id: null, name: nameOfUser() }, address: null, requestId: null, purpose: null };
}

/** A container may run under a number that has no name. */
function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
