import type { Role } from '../../geodata/model/account.ts';

export type Page = 'map' | 'import';

/** The pages of each role, its own first; the server refuses the rest whatever the page does. */
const PAGES: Readonly<Record<Role, readonly Page[]>> = {
  leader: ['map'],
  inspector: ['map'],
  steward: ['import'],
  'system-admin': [],
  'security-admin': [],
  'audit-admin': [],
};

export const pagesOf = (role: Role | null): readonly Page[] => (role === null ? [] : PAGES[role]);

/** Whether single records are shown to a role, and their export offered. */
export const seesRecords = (role: Role | null | undefined): boolean => role === 'inspector' || role === 'steward';
