import { isIP } from 'node:net';
import { z } from 'zod';

const perMinute = (usual: number) => z.coerce.number().int().min(0).default(usual);

/** The settings of the edge as they stand in the environment. */
export const EDGE_ENVIRONMENT = {
  SUNMAP_LOG: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
  SUNMAP_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  SUNMAP_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((networks) => networks.every(isNetwork), 'must be addresses or networks like 10.0.0.0/8, with commas'),
  SUNMAP_READS: perMinute(1_200),
  SUNMAP_READS_TOTAL: perMinute(12_000),
  SUNMAP_CHANGES: perMinute(120),
  SUNMAP_CHANGES_TOTAL: perMinute(600),
  SUNMAP_DRAIN: z.coerce.number().min(0).max(300).default(0),
};

/** Requests per minute; 0 is no limit. */
export interface Budget {
  /** For one address, and for one account. */
  readonly each: number;
  readonly total: number;
}

export interface EdgeSettings {
  readonly logLevel: z.infer<typeof EDGE_ENVIRONMENT.SUNMAP_LOG>;
  /** The port of 127.0.0.1 on which Prometheus finds the figures; null keeps them in. */
  readonly metricsPort: number | null;
  /** Whose word about the client's address is taken. */
  readonly trustedProxies: readonly string[];
  readonly budgets: { readonly read: Budget; readonly change: Budget };
  /** Between not being ready any more and taking no connections, in milliseconds. */
  readonly drain: number;
}

export function edgeSettings(given: z.infer<z.ZodObject<typeof EDGE_ENVIRONMENT>>): EdgeSettings {
  return {
    logLevel: given.SUNMAP_LOG,
    metricsPort: given.SUNMAP_METRICS_PORT ?? null,
    trustedProxies: given.SUNMAP_TRUSTED_PROXIES,
    budgets: {
      read: { each: given.SUNMAP_READS, total: given.SUNMAP_READS_TOTAL },
      change: { each: given.SUNMAP_CHANGES, total: given.SUNMAP_CHANGES_TOTAL },
    },
    drain: given.SUNMAP_DRAIN * 1_000,
  };
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}
