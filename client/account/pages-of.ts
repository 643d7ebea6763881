import type { Role, SessionState } from '../../geodata/model/account.ts';

export type PageName = 'map' | 'import' | 'operators' | 'accounts' | 'audit' | 'review';

/** The pages of each role, its own first; the server refuses the rest whatever the page does. */
const PAGES: Readonly<Record<Role, readonly PageName[]>> = {
  leader: ['map'],
  inspector: ['map', 'operators'],
  steward: ['import', 'operators', 'review'],
  'system-admin': ['accounts'],
  'security-admin': ['accounts'],
  'audit-admin': ['audit'],
};

const OPEN: readonly PageName[] = ['map', 'import', 'operators', 'review'];

/** What whoever is here can go to; where nobody needs to sign in, everything about the data. */
export function pagesOf(state: SessionState | undefined): readonly PageName[] {
  if (!state) return [];
  if (state.open && !state.account) return OPEN;
  const role = state.account?.role ?? null;
  return role === null ? [] : PAGES[role];
}

/** Whether records can be shown in plain, for a stated purpose. */
export function revealsPeople(state: SessionState | undefined): boolean {
  if (!state) return false;
  if (state.open && !state.account) return true;
  return state.account?.role === 'inspector';
}

/** Whether single records are shown, and their export offered. */
export function seesRecords(state: SessionState | undefined): boolean {
  if (!state) return false;
  if (state.open && !state.account) return true;
  return state.account?.role === 'inspector' || state.account?.role === 'steward';
}

/** Whether decisions about names of operators can be made; inspectors read them. */
export function decidesNames(state: SessionState | undefined): boolean {
  if (!state) return false;
  if (state.open && !state.account) return true;
  return state.account?.role === 'steward';
}
