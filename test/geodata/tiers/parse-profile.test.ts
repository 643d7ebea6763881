import { expect, test } from 'vitest';
import { THRESHOLDS } from '../../../geodata/model/tier.ts';
import { parseProfile } from '../../../geodata/tiers/parse-profile.ts';
import { DEFAULT_PROFILE } from '../../../geodata/tiers/profile.ts';

const edited = (thresholds: object) => ({
  ...DEFAULT_PROFILE,
  thresholds: { ...DEFAULT_PROFILE.thresholds, ...thresholds },
});

test('the default profile survives being written to a file and read again', () => {
  expect(parseProfile(JSON.parse(JSON.stringify(DEFAULT_PROFILE)))).toEqual(DEFAULT_PROFILE);
});

test('every threshold has a source', () => {
  for (const id of THRESHOLDS) expect(DEFAULT_PROFILE.thresholds[id].source).toMatch(/地方参数|法/);
});

test('an edited threshold is taken over', () => {
  const profile = parseProfile(edited({ topShareMinimum: { value: 0.7, source: '地方参数' } }));
  expect(profile.thresholds.topShareMinimum.value).toBe(0.7);
});

test.each([
  ['a threshold without a source', edited({ sampleMinimum: { value: 30, source: ' ' } })],
  ['a share in per cent', edited({ topShareMinimum: { value: 60, source: '地方参数' } })],
  ['half a record', edited({ sampleMinimum: { value: 2.5, source: '地方参数' } })],
  ['a misspelt threshold', edited({ samplMinimum: { value: 30, source: '地方参数' } })],
  ['a number as text', edited({ hhiMinimum: { value: '5000', source: '地方参数' } })],
  ['a missing threshold', edited({ hhiMinimum: undefined })],
  ['nothing', null],
])('%s is refused', (_, json) => {
  expect(() => parseProfile(json)).toThrow();
});
