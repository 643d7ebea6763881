import { readFileSync } from 'node:fs';
import type { Profile } from '../../geodata/model/tier.ts';
import { parseProfile } from '../../geodata/tiers/parse-profile.ts';
import { DEFAULT_PROFILE } from '../../geodata/tiers/profile.ts';

/** The thresholds in force: the shipped ones, or those of a commission's own file. Throws with the file's name. */
export function loadProfile(file: string | null): Profile {
  if (file === null) return DEFAULT_PROFILE;
  try {
    return parseProfile(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`The profile ${file} cannot be used: ${(cause as Error).message}`, { cause });
  }
}
