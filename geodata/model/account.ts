import type { Bilingual } from './dataset.ts';

/** What an account is for; one each. The three administrators are separate people (三员分立) and see no business data. */
export const ROLES = ['leader', 'inspector', 'steward', 'system-admin', 'security-admin', 'audit-admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_TITLES: Readonly<Record<Role, Bilingual>> = {
  leader: { zh: '领导', en: 'Leader' },
  inspector: { zh: '检查人员', en: 'Inspector' },
  steward: { zh: '数据管理员', en: 'Data steward' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator' },
};

/** An area and everything in it. */
export interface AreaScope {
  readonly level: string;
  readonly code: string;
}

/** What an account may see. Empty lists mean nothing; everything is said by a flag, never by leaving something out. */
export interface Scope {
  readonly allAreas: boolean;
  readonly areas: readonly AreaScope[];
  readonly allDatasets: boolean;
  readonly datasets: readonly string[];
}

/** What must be done before anything else: a password that is temporary or too old, or a second factor that the role needs. */
export type Pending = 'password' | 'second-factor';

/** Whoever is signed in, as the page needs it. Times are ISO 8601 in UTC. */
export interface SignedIn {
  readonly name: string;
  readonly displayName: string;
  /** One of the ready accounts, which end as soon as anything real comes in. */
  readonly demo: boolean;
  readonly role: Role | null;
  readonly scope: Scope;
  readonly pending: Pending | null;
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  /** When the password must be changed; null when it need not be. */
  readonly passwordUntil: string | null;
  /** When the session ends however busy it is. */
  readonly endsAt: string;
  /** After so many minutes without a request the session ends. */
  readonly idleMinutes: number;
}

/** A ready account of the demo county, for the sign-in page. Its password is made anew at each start. */
export interface DemoAccount {
  readonly role: Role;
  readonly name: string;
  readonly password: string;
}

/**
 * Why signing in at the identity provider came to nothing, as `sign-in` in the address of the page says. `denied`: it was broken off there.
 * `expired`: too long ago, or begun in another browser. `failed`: the provider's answer does not hold. `unreachable`: it gave none.
 * `no-account`: no account that may sign in is linked to the person.
 */
export const PROVIDER_FAILURES = ['denied', 'expired', 'failed', 'unreachable', 'no-account'] as const;
export type ProviderFailure = (typeof PROVIDER_FAILURES)[number];

/** A commission's own identity provider, for the sign-in page. */
export interface ProviderOffer {
  readonly title: string;
  /** Whom it vouched for lately in this browser without an account here: to be handed to the security administrator. */
  readonly subject: string | null;
  /** Where to sign out there too, after leaving a session that came from there. */
  readonly signOut: string | null;
}

/** The answer of GET and POST /api/session. `demoAccounts` is empty wherever a single real record exists. */
export interface SessionState {
  /** Whether the business data are open to everybody who reaches the server. */
  readonly open: boolean;
  readonly account: SignedIn | null;
  readonly demoAccounts: readonly DemoAccount[];
  /** Null where there is none, and for whoever is signed in. */
  readonly provider: ProviderOffer | null;
}

/** `code` is one of the second factor, or a recovery code; asked for with 401 `{ error, needs: 'code' }` once the password was right. */
export interface SignInRequest {
  readonly name: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** Asked for again before one's own account is changed. `code` is one of the second factor, or a recovery code. */
export interface Identity {
  readonly password: string;
  readonly code: string;
}

export interface SessionRow {
  /** For DELETE /api/session/one?id=. */
  readonly id: number;
  readonly current: boolean;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
  readonly address: string;
  readonly userAgent: string;
}

/** A second factor on offer; it counts once a code of it was sent back. `uri` is what an authenticator reads as a QR code. */
export interface SecondFactorOffer {
  readonly secret: string;
  readonly uri: string;
}

/** Shown once, never again. */
export interface RecoveryCodes {
  readonly recoveryCodes: readonly string[];
}

/** An account as administrators see it. */
export interface Account {
  readonly id: number;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role | null;
  readonly state: 'enabled' | 'disabled';
  readonly scope: Scope;
  readonly demo: boolean;
  readonly secondFactor: boolean;
  readonly passwordTemporary: boolean;
  readonly passwordSetAt: string;
  readonly createdAt: string;
  /** Null for accounts made by command. */
  readonly createdBy: string | null;
}

export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
}

/** What the security administrator grants. */
export interface Grant extends Scope {
  readonly role: Role | null;
}

/** An area that can be granted, by its name. */
export interface GrantableArea extends AreaScope {
  readonly name: string;
  readonly parentName: string | null;
}

/** What there is to grant, by name and without any figure. `areas` are those found, or all that were granted to somebody. */
export interface Grantable {
  readonly datasets: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly areas: readonly GrantableArea[];
}

/** The password is shown once, to be handed over and changed at the first sign-in. */
export interface TemporaryPassword {
  readonly account: Account;
  readonly temporaryPassword: string;
}
