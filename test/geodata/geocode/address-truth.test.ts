import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../../geodata/geocode/create-gazetteer.ts';
import { divisionAreas } from '../../../geodata/geocode/division-areas.ts';
import { gradeOf } from '../../../geodata/geocode/read-parts.ts';
import { NOISES } from '../../../server/bench/address-noise.ts';
import { SPELLINGS, writeAddressTruth } from '../../../server/bench/address-truth.ts';
import { BENCH_COUNTIES, judge, rates } from '../../../server/bench/geocode.ts';
import { readDivisions } from '../../../server/demo/read-divisions.ts';

describe.each(BENCH_COUNTIES)('3,000 addresses of $code whose villages are known', async ({ code, prefix, other }) => {
  const county = await readDivisions(code);
  // Another seed than the printed figures have: what was looked at while the geocoder was written is not its examination.
  const truth = writeAddressTruth({ county, prefix, other: await readDivisions(other), count: 3_000, seed: 2026 });

  test('every spelling and every noise occurs', () => {
    const occurring = new Set(truth.addresses.map(({ spelling }) => spelling));
    // Where no two towns have a village of the same name there is nothing ambiguous to write.
    expect(SPELLINGS.filter((one) => !occurring.has(one) && one !== 'ambiguous')).toEqual([]);
    // Names transliterated from Mongolian have none of the characters that look alike.
    expect(new Set(truth.addresses.map(({ noise }) => noise)).size).toBeGreaterThanOrEqual(NOISES.length - 1);
  });

  test('998 of 1,000 that are placed are placed rightly, and 98 of 100 that can be are', () => {
    const { placed, placeable, right } = rates(judge(county, truth).judged);
    expect(right / placed).toBeGreaterThanOrEqual(0.998);
    expect(right / placeable).toBeGreaterThanOrEqual(0.98);
  });

  test('an address leads where it would lead if no other had been asked for, whatever its numbers', () => {
    const gazetteer = createGazetteer(divisionAreas(county, truth.aliases));
    for (const { text } of truth.addresses) {
      const match = gazetteer.match(text);
      const { areaId, grade, parts } = gazetteer.geocode(text);
      expect(areaId, text).toBe('areaId' in match ? match.areaId : null);
      if (areaId !== null) expect(grade, text).toBe(gradeOf(parts));
    }
  });
});

test('the truth shares no code with the geocoder', () => {
  const folder = join(import.meta.dirname, '../../../server/bench');
  for (const file of ['address-truth.ts', 'address-noise.ts', 'settle.ts', 'spoken-name.ts']) {
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/from '.*geocode/);
  }
});
