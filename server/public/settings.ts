import { z } from 'zod';

const OFF = 'off';

/** The settings of the public entry point as they stand in the environment. */
export const PUBLIC_ENVIRONMENT = {
  SUNMAP_PUBLIC_PORT: z
    .string()
    .regex(/^(off|\d{1,5})$/, 'must be a port or off')
    .refine((text) => text === OFF || Number(text) <= 65_535, 'must be a port or off')
    .optional(),
  SUNMAP_PUBLIC_HOST: z.string().min(1).optional(),
  SUNMAP_PUBLIC_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
};

const USUAL_PORT = 8081;

export interface PublicSettings {
  /** Where everybody gets in; null where nobody does. */
  readonly port: number | null;
  readonly host: string;
  /** A login that is a member of sunmap_public and of nothing else; null for that of the staff, which then takes the role. */
  readonly databaseUrl: string | null;
}

type Given = z.infer<z.ZodObject<typeof PUBLIC_ENVIRONMENT>> & { readonly PORT: number; readonly HOST: string };

export function publicSettings(given: Given): PublicSettings {
  const { SUNMAP_PUBLIC_PORT: port, PORT, HOST } = given;
  // Whoever leaves the choice of the staff's port to the system wants no fixed one here either.
  const usual = PORT === 0 ? 0 : USUAL_PORT;
  return {
    port: port === OFF ? null : Number(port ?? usual),
    host: given.SUNMAP_PUBLIC_HOST ?? HOST,
    databaseUrl: given.SUNMAP_PUBLIC_DATABASE_URL ?? null,
  };
}
