import type { Account, Role } from '../../geodata/model/account.ts';

/** What an administrator can do to an account beside granting. */
export type Act = 'disable' | 'enable' | 'password' | 'sessions' | 'second-factor';

export const ROUTES: Readonly<Record<Act, readonly ['POST' | 'DELETE', string]>> = {
  disable: ['POST', '/api/account/disable'],
  enable: ['POST', '/api/account/enable'],
  password: ['POST', '/api/account/password'],
  sessions: ['DELETE', '/api/account/sessions'],
  'second-factor': ['DELETE', '/api/account/second-factor'],
};

/** Whose business each act is; the server refuses the rest whatever the page does. */
const BY_ROLE: Partial<Readonly<Record<Role, readonly Act[]>>> = {
  'system-admin': ['password', 'sessions', 'disable'],
  'security-admin': ['enable', 'second-factor', 'sessions', 'disable'],
};

/** What can be done to an account now, by somebody of a role who is not its owner. */
export function actsOn({ state, demo, secondFactor }: Account, role: Role | null): readonly Act[] {
  const possible: Readonly<Record<Act, boolean>> = {
    disable: state === 'enabled',
    enable: state === 'disabled' && !demo,
    password: !demo,
    sessions: state === 'enabled',
    'second-factor': secondFactor,
  };
  return (role === null ? [] : (BY_ROLE[role] ?? [])).filter((act) => possible[act]);
}

/** The act that takes another one back, for whoever may do both; null when there is none. */
export function undoOf(act: Act, role: Role | null): Act | null {
  if (role !== 'security-admin') return null;
  return act === 'disable' ? 'enable' : act === 'enable' ? 'disable' : null;
}
