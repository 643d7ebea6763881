import type { Role } from '../../geodata/model/account.ts';

/**
 * What a route reaches, and so which part of an account's scope holds for it:
 * - `none`: nothing of anybody; - `own`: the account that asks; - `accounts`: all accounts, never one's own;
 * - `trace`: the audit log; - `data`: business data, of the areas and datasets of the account; - `catalogue`: what there is to choose from, without records.
 */
export type Reach = 'none' | 'own' | 'accounts' | 'trace' | 'catalogue' | 'data';

export interface Rule {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As Express has it. */
  readonly path: string;
  readonly who: 'anyone' | 'signed-in' | readonly Role[];
  readonly reach: Reach;
  /** Open even while a password or a second factor is due: it is how to set that right. */
  readonly whilePending?: true;
}

const STAFF = ['leader', 'inspector', 'steward'] as const;
const READERS = ['leader', 'inspector'] as const;
const RECORD_READERS = ['inspector', 'steward'] as const;
const INSPECTOR = ['inspector'] as const;
const STEWARD = ['steward'] as const;
const ADMINISTRATORS = ['system-admin', 'security-admin', 'audit-admin'] as const;

/**
 * Who may call what: the whole of it. What is not here is refused. Leaders and inspectors read indicators; single records are
 * for inspectors and data stewards; stewards bring data in; administrators see no business data. The system administrator
 * makes and disables accounts, the security administrator gives them roles and scopes and enables them, the audit
 * administrator looks on: taking somebody's account over takes two of them.
 */
export const POLICY: readonly Rule[] = [
  { method: 'GET', path: '/api/health', who: 'anyone', reach: 'none' },
  { method: 'GET', path: '/api/ready', who: 'anyone', reach: 'none' },
  { method: 'GET', path: '/api/session', who: 'anyone', reach: 'own', whilePending: true },
  { method: 'POST', path: '/api/session', who: 'anyone', reach: 'own', whilePending: true },
  { method: 'DELETE', path: '/api/session', who: 'anyone', reach: 'own', whilePending: true },
  { method: 'GET', path: '/api/session/provider', who: 'anyone', reach: 'own', whilePending: true },
  { method: 'GET', path: '/api/session/provider/return', who: 'anyone', reach: 'own', whilePending: true },
  { method: 'GET', path: '/{*page}', who: 'anyone', reach: 'none' },

  { method: 'GET', path: '/api/session/all', who: 'signed-in', reach: 'own', whilePending: true },
  { method: 'DELETE', path: '/api/session/one', who: 'signed-in', reach: 'own', whilePending: true },
  { method: 'POST', path: '/api/password', who: 'signed-in', reach: 'own', whilePending: true },
  { method: 'POST', path: '/api/second-factor', who: 'signed-in', reach: 'own', whilePending: true },
  { method: 'POST', path: '/api/second-factor/confirmation', who: 'signed-in', reach: 'own', whilePending: true },
  { method: 'DELETE', path: '/api/second-factor', who: 'signed-in', reach: 'own' },
  { method: 'POST', path: '/api/recovery-codes', who: 'signed-in', reach: 'own' },

  { method: 'GET', path: '/api/accounts', who: ADMINISTRATORS, reach: 'accounts' },
  { method: 'GET', path: '/api/scopes', who: ['system-admin', 'security-admin'], reach: 'accounts' },
  { method: 'POST', path: '/api/accounts', who: ['system-admin'], reach: 'accounts' },
  { method: 'POST', path: '/api/account/disable', who: ['system-admin', 'security-admin'], reach: 'accounts' },
  { method: 'POST', path: '/api/account/enable', who: ['security-admin'], reach: 'accounts' },
  { method: 'POST', path: '/api/account/password', who: ['system-admin'], reach: 'accounts' },
  { method: 'POST', path: '/api/account/grant', who: ['security-admin'], reach: 'accounts' },
  { method: 'DELETE', path: '/api/account/second-factor', who: ['security-admin'], reach: 'accounts' },
  { method: 'DELETE', path: '/api/account/sessions', who: ['system-admin', 'security-admin'], reach: 'accounts' },

  { method: 'GET', path: '/api/audit', who: ['audit-admin'], reach: 'trace' },
  { method: 'POST', path: '/api/exports/audit', who: ['audit-admin'], reach: 'trace' },
  { method: 'GET', path: '/api/audit/verify', who: ['audit-admin'], reach: 'trace' },

  { method: 'GET', path: '/api/datasets', who: STAFF, reach: 'catalogue' },
  { method: 'GET', path: '/api/profile', who: STAFF, reach: 'none' },
  { method: 'GET', path: '/api/boundaries', who: STAFF, reach: 'catalogue' },
  { method: 'GET', path: '/api/search', who: STAFF, reach: 'catalogue' },
  { method: 'GET', path: '/api/areas', who: READERS, reach: 'data' },
  { method: 'GET', path: '/api/overview', who: READERS, reach: 'data' },
  { method: 'GET', path: '/api/area', who: READERS, reach: 'data' },
  { method: 'GET', path: '/api/cells', who: READERS, reach: 'data' },
  { method: 'GET', path: '/api/cell', who: READERS, reach: 'data' },
  { method: 'GET', path: '/api/operators', who: READERS, reach: 'data' },
  { method: 'GET', path: '/api/records', who: RECORD_READERS, reach: 'data' },
  { method: 'GET', path: '/api/points', who: RECORD_READERS, reach: 'data' },
  { method: 'GET', path: '/api/operator-proposals', who: RECORD_READERS, reach: 'data' },
  { method: 'GET', path: '/api/operator-decisions', who: RECORD_READERS, reach: 'data' },
  { method: 'POST', path: '/api/operator-decisions', who: STEWARD, reach: 'data' },
  { method: 'DELETE', path: '/api/operator-decisions', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/reveal', who: INSPECTOR, reach: 'data' },
  { method: 'POST', path: '/api/exports/records', who: RECORD_READERS, reach: 'data' },
  { method: 'POST', path: '/api/exports/rejections', who: STEWARD, reach: 'data' },
  { method: 'GET', path: '/api/imports', who: STEWARD, reach: 'data' },
  { method: 'GET', path: '/api/import', who: STEWARD, reach: 'data' },
  { method: 'GET', path: '/api/import/changes', who: STEWARD, reach: 'data' },
  { method: 'DELETE', path: '/api/import', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/import/resume', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/preview', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/imports', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/uploads', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/areas', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/datasets', who: STEWARD, reach: 'data' },
  { method: 'GET', path: '/api/addresses', who: RECORD_READERS, reach: 'data' },
  { method: 'GET', path: '/api/address', who: RECORD_READERS, reach: 'data' },
  { method: 'GET', path: '/api/address/decisions', who: RECORD_READERS, reach: 'data' },
  { method: 'GET', path: '/api/address/aliases', who: RECORD_READERS, reach: 'data' },
  { method: 'GET', path: '/api/address/alias', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/address/decision', who: STEWARD, reach: 'data' },
  { method: 'DELETE', path: '/api/address/decision', who: STEWARD, reach: 'data' },
  { method: 'DELETE', path: '/api/address/alias', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/crs-test', who: STEWARD, reach: 'data' },
  { method: 'POST', path: '/api/crs-adoption', who: STEWARD, reach: 'data' },
];

const rules = new Map(POLICY.map((rule) => [`${rule.method} ${rule.path}`, rule]));

/**
 * The rule for a request, null when there is none. Reads paths as Express does, in any case and with or without a slash at the
 * end; HEAD is GET; an address outside the API is a page.
 */
export function ruleFor(method: string, path: string): Rule | null {
  const verb = method === 'HEAD' ? 'GET' : method;
  const plain = path.toLowerCase().replace(/\/$/, '');
  const page = !/^\/+api(\/|$)/.test(plain);
  return rules.get(`${verb} ${page ? '/{*page}' : plain}`) ?? null;
}

/** Whether the matrix opens a route to a role; null is somebody signed in without one, undefined nobody. */
export function isAllowed({ who }: Rule, role: Role | null | undefined): boolean {
  if (who === 'anyone') return true;
  if (role === undefined) return false;
  return who === 'signed-in' || (role !== null && who.includes(role));
}
