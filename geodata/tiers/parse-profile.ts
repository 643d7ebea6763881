import { z } from 'zod';
import type { Profile } from '../model/tier.ts';

const share = z.strictObject({ value: z.number().min(0).max(1), source: z.string().trim().min(1) });
const count = z.strictObject({ value: z.int().min(0), source: z.string().trim().min(1) });
const ratio = z.strictObject({ value: z.number().min(0), source: z.string().trim().min(1) });
const index = z.strictObject({ value: z.number().min(0).max(10_000), source: z.string().trim().min(1) });

const schema = z.strictObject({
  id: z.string().trim().min(1),
  version: z.string().trim().min(1),
  title: z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) }),
  thresholds: z.strictObject({
    sampleMinimum: count,
    topRecordsMinimum: count,
    topShareMinimum: share,
    topShareLowerBound: share,
    townOperatorsMinimum: count,
    neighbourRatioForTop: ratio,
    coverageMinimum: ratio,
    coverageRecordsMinimum: count,
    hhiMinimum: index,
    volumeRatioMinimum: ratio,
    neighboursMinimum: count,
  }),
});

/** Reads an edited profile. Every threshold must be there, in its range and with its source; throws a ZodError otherwise. */
export function parseProfile(json: unknown): Profile {
  return schema.parse(json);
}
