import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName } from '../../../geodata/intake/clean-name.ts';
import { openTable } from '../../../geodata/intake/open-table.ts';
import { isPlaceholder } from '../../../geodata/operators/is-placeholder.ts';
import { type CountedName, type MergeProposal, proposeMerges } from '../../../geodata/operators/propose-merges.ts';
import { splitAgent } from '../../../geodata/operators/split-agent.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

const distinct = (...names: string[]): CountedName[] => names.map((name, i) => ({ name, records: names.length - i }));
const kinds = (...names: string[]) => proposeMerges(distinct(...names)).map(({ kind, names }) => [kind, ...names]);

test.each([
  ['same-form', 'LEGACY SOUTH BUILDERS LLC', 'Legacy South Builders, LLC'],
  ['same-form', '范某', '范 某'],
  ['legal-form', '常熟建工有限公司', '常熟建工有限责任公司'],
  ['legal-form', '人保财险股份有限公司', '人保财险(常熟)支公司'],
  ['legal-form', 'Hoskins Electric Co.', 'Hoskins Electric'],
  ['legal-form', 'ALPHA BUILDERS / BETA WORKS, INC.', 'BETA WORKS INC / ALPHA BUILDERS CORP.'],
  ['former-name', 'M3 KONSTRACT CORP. (FORMERLY:MARGARITA CONSTRUCTION)', 'MARGARITA CONSTRUCTION'],
  ['spacing', 'Allstar Plumbing Co.', 'All Star Plumbing, Inc.'],
  ['word-order', 'HAYS, JOHN CONSTRUCTION', 'JOHN HAYS CONSTRUCTION'],
  ['spelling', 'TOUGHBUILT CONSTRUCTION', 'TOUGHBILT CONSTRUCTION'],
  ['spelling', 'Keystoen Construction LLC', 'Keystone Construction LLC'],
])('%s: %s and %s', (kind, left, right) => expect(kinds(left, right)).toEqual([[kind, left, right]]));

test.each([
  ['范某', '范某某'],
  ['张伟明', '张伟民'],
  ['张伟', '张伟有限公司'],
  ['duane cuthbertson', 'duane cuthberston'],
  ['人保财险(常熟)公司', '人保财险(昆山)公司'],
  ['Layton Homes 1', 'Layton Homes 2'],
  ['ALCEL CONSTRUCTION', 'ALFEL CONSTRUCTION'],
  ['RG Builders', 'RJ Builders'],
  ['G & A Electric', 'A & G Electric'],
  ['ALPHA BUILDERS / BETA WORKS INC', 'ALPHA BUILDERS'],
  ['SELF', 'Self'],
])('%s and %s are not proposed', (left, right) => expect(kinds(left, right)).toEqual([]));

const WORDS = [
  'Alpha',
  'Alhpa',
  'ALPHA',
  'Toughbuilt',
  'Toughbilt',
  'Builders',
  'Const.',
  'LLC',
  'Inc',
  '/',
  '2',
  '建工',
  '有限公司',
  '范某',
  '某',
  '(常熟)',
];
const NAME = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const sets = (proposals: readonly MergeProposal[]) =>
  proposals.map(({ kind, names }) => [kind, ...[...names].sort()].join('\n')).sort();

test('what is proposed does not depend on the order of the names', () =>
  fc.assert(
    fc.property(fc.uniqueArray(NAME, { maxLength: 12 }), (names) => {
      const counted = names.map((name) => ({ name, records: 1 }));
      expect(sets(proposeMerges([...counted].reverse()))).toEqual(sets(proposeMerges(counted)));
    }),
  ));

const SURNAMES = '范赵王李陈';
const PERSON = fc
  .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom('某', '某某', '伟', '伟明', '伟民', '小红', '晓红'))
  .map((parts) => parts.join(''));

test('people are proposed for nothing but spaces and width, however alike their names are', () =>
  fc.assert(
    fc.property(fc.uniqueArray(PERSON, { maxLength: 10 }), (people) => {
      const spaced = people.map((name) => `${name[0]} ${name.slice(1)}`);
      const proposals = proposeMerges([...people, ...spaced].map((name) => ({ name, records: 1 })));
      expect(proposals).toHaveLength(people.length);
      for (const { kind, names } of proposals) {
        expect(kind).toBe('same-form');
        expect(new Set(names.map((name) => name.replace(' ', ''))).size).toBe(1);
      }
    }),
  ));

describe.runIf(hasSharedData)('names of real files', { timeout: 300_000 }, () => {
  const counted = async (file: string, column: string, nameOf = (text: string) => text): Promise<CountedName[]> => {
    const raw = createReadStream(shared(`records/${file}`));
    const bytes = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
    const counts = new Map<string, number>();
    const { rows } = await openTable({ name: file, bytes });
    for await (const batch of rows) {
      for (const row of batch) {
        const name = 'reason' in row ? '' : nameOf(cleanName(row.fields[column] ?? ''));
        if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return [...counts].map(([name, records]) => ({ name, records }));
  };
  const countKinds = (proposals: readonly MergeProposal[]) => {
    const counts: Record<string, number> = {};
    for (const { kind } of proposals) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };

  test('of 2,409 Philippine contractors few are proposed: the publisher spells each one way', async () => {
    const names = await counted('philippines_flood_control/flood_control_raw.csv', 'contractor');
    expect(names).toHaveLength(2_409);
    expect(countKinds(proposeMerges(names))).toEqual({ 'legal-form': 2, 'former-name': 1, spelling: 1 });
  });

  test('in Nashville 317 of 5,996 permits name nobody, and hundreds of names differ in case only', async () => {
    const names = await counted('nashville_permits/building_permits_raw.csv', 'Contact');
    const nobody = names.filter(({ name }) => isPlaceholder(name));
    expect(nobody.reduce((sum, { records }) => sum + records, 0)).toBe(317);
    expect(countKinds(proposeMerges(names))).toEqual({
      'same-form': 197,
      'legal-form': 63,
      'word-order': 4,
      spelling: 9,
    });
  });

  test('in Austin companies are compared, not the agents who signed for them', async () => {
    const file = 'austin_permits/permits_2012_2013.csv.gz';
    const names = await counted(file, 'folder_owner', (text) => splitAgent(text).company);
    expect({ names: names.length, ...countKinds(proposeMerges(names)) }).toMatchInlineSnapshot(`
      {
        "legal-form": 112,
        "names": 8795,
        "same-form": 111,
        "spacing": 18,
        "spelling": 27,
      }
    `);
  });
});
