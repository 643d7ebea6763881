import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { HASH_ALGORITHMS, type HashAlgorithm } from '../geodata/model/trace.ts';
import { PROVIDER_ENVIRONMENT, type ProviderSettings, providerSettings } from './access/provider/settings.ts';
import { EDGE_ENVIRONMENT, type EdgeSettings, edgeSettings } from './edge/settings.ts';
import { GEOCODER_ENVIRONMENT, type GeocoderSettings, geocoderSettings } from './geocode-online/settings.ts';
import { PUBLIC_ENVIRONMENT, type PublicSettings, publicSettings } from './public/settings.ts';

const ACCESS_MODES = ['open', 'enforced'] as const;
/** `open` shows the business data to whoever reaches the server; `enforced` asks everybody to sign in. */
export type AccessMode = (typeof ACCESS_MODES)[number];

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATA_DIR: z.string().min(1).default('.sunmap'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  SUNMAP_DEMO: z.enum(['on', 'off']).default('on'),
  SUNMAP_COUNTY: z
    .string()
    .regex(/^\d{6}$/, 'must be the six digits of a county')
    .default('000000'),
  SUNMAP_PROFILE: z.string().min(1).optional(),
  SUNMAP_STATEMENT_SECONDS: z.coerce.number().min(1).max(86_400).default(120),
  SUNMAP_EXPORT_ROWS: z.coerce.number().int().min(1).max(1_000_000).default(20_000),
  SUNMAP_DISK_RESERVE_MB: z.coerce.number().int().min(0).default(256),
  ...EDGE_ENVIRONMENT,
  SUNMAP_AUDIT_HASH: z.enum(HASH_ALGORITHMS).default('sha256'),
  SUNMAP_AUDIT_ANCHOR: z.string().min(1).optional(),
  SUNMAP_ACCESS: z.enum(ACCESS_MODES).default('enforced'),
  SUNMAP_KEY_FILE: z.string().min(1).optional(),
  SUNMAP_SESSION_IDLE: z.coerce.number().int().min(1).max(1_440).default(30),
  SUNMAP_SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  SUNMAP_PASSWORD_DAYS: z.coerce.number().int().min(0).max(3_650).default(90),
  SUNMAP_SECOND_FACTOR: z.enum(['optional', 'administrators', 'everyone']).default('administrators'),
  ...PROVIDER_ENVIRONMENT,
  SUNMAP_SERVE: z.enum(['both', 'staff', 'public']).default('both'),
  ...PUBLIC_ENVIRONMENT,
  ...GEOCODER_ENVIRONMENT,
});

/** Addresses that nobody else reaches. */
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

export interface Config {
  /** A PostgreSQL server; null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Whether an empty database gets the demo county. */
  readonly demo: boolean;
  /** The county whose office the imported files come from; the unit by which a cluster spreads records. */
  readonly countyCode: string;
  /** A file with other thresholds than the shipped profile. */
  readonly profileFile: string | null;
  /** How entries of the audit chain are hashed from now on; each names its own. */
  readonly auditHash: HashAlgorithm;
  /** The file outside the database that remembers where the audit chain ends. */
  readonly auditAnchor: string;
  readonly socketFolder: string;
  /** The longest a statement may run, in milliseconds. */
  readonly statementLimit: number;
  /** What uploads and imports leave free on the disk of the data folder, in bytes. */
  readonly diskReserve: number;
  /** The most rows that one exported file may hold. */
  readonly exportRows: number;
  readonly edge: EdgeSettings;
  /** Whether people must sign in. */
  readonly accessMode: AccessMode;
  readonly access: AccessSettings;
  /** Which entry points this process opens. */
  readonly serve: 'both' | 'staff' | 'public';
  readonly publicPages: PublicSettings;
  /** A geocoder outside the house; null, as a rule, where no address leaves it. */
  readonly geocoder: GeocoderSettings | null;
}

/** How people sign in and for how long. */
export interface AccessSettings {
  /** The file with the key that seals secrets in the database. */
  readonly keyFile: string;
  /** Whether the key was named, so that a missing one is a mistake and not a first start. */
  readonly keyFileNamed: boolean;
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  /** Hours after which a session ends however busy it is. */
  readonly sessionHours: number;
  /** Days after which a password must be changed; 0 for never. */
  readonly passwordDays: number;
  /** Who must have a second factor. */
  readonly secondFactor: 'optional' | 'administrators' | 'everyone';
  /** The commission's own identity provider; null where there is none. */
  readonly provider: ProviderSettings | null;
}

/** Reads the settings from the environment; the only place that does. Throws with one sentence for each wrong setting. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
  }
  const settings = parsed.data;
  if (settings.SUNMAP_ACCESS === 'open' && !LOOPBACK.includes(settings.HOST)) {
    throw new Error(
      `SUNMAP_ACCESS=open shows everything to whoever reaches ${settings.HOST}; it is for HOST=127.0.0.1, a trial on one's own machine`,
    );
  }
  return {
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: resolve(settings.DATA_DIR),
    host: settings.HOST,
    port: settings.PORT,
    demo: settings.SUNMAP_DEMO === 'on',
    countyCode: settings.SUNMAP_COUNTY,
    profileFile: settings.SUNMAP_PROFILE ?? null,
    auditHash: settings.SUNMAP_AUDIT_HASH,
    auditAnchor: resolve(settings.SUNMAP_AUDIT_ANCHOR ?? join(settings.DATA_DIR, 'audit-anchor.jsonl')),
    socketFolder: tmpdir(),
    statementLimit: settings.SUNMAP_STATEMENT_SECONDS * 1_000,
    diskReserve: settings.SUNMAP_DISK_RESERVE_MB * 1024 ** 2,
    exportRows: settings.SUNMAP_EXPORT_ROWS,
    edge: edgeSettings(settings),
    accessMode: settings.SUNMAP_ACCESS,
    access: {
      keyFile: resolve(settings.SUNMAP_KEY_FILE ?? join(settings.DATA_DIR, 'key')),
      keyFileNamed: settings.SUNMAP_KEY_FILE !== undefined,
      idleMinutes: settings.SUNMAP_SESSION_IDLE,
      sessionHours: settings.SUNMAP_SESSION_HOURS,
      passwordDays: settings.SUNMAP_PASSWORD_DAYS,
      secondFactor: settings.SUNMAP_SECOND_FACTOR,
      provider: providerSettings(settings),
    },
    serve: settings.SUNMAP_SERVE,
    publicPages: publicSettings(settings),
    geocoder: geocoderSettings(settings),
  };
}
