import { describe, expect, test } from 'vitest';
import { readMapping } from '../../../geodata/datasets/read-mapping.ts';
import { createNameFinder } from '../../../geodata/geocode/create-name-finder.ts';
import { createPlacer } from '../../../geodata/geocode/create-placer.ts';
import { createEntryReader } from '../../../geodata/intake/create-entry-reader.ts';
import type { Area } from '../../../geodata/model/area.ts';
import type { Placement } from '../../../geodata/model/record.ts';

const area = (id: number, level: string, code: string, name: string, parentId: number | null = null): Area => ({
  id,
  level,
  code,
  name,
  parentId,
  aliases: [],
  denominators: {},
});

function placed(
  place: unknown,
  fields: Readonly<Record<string, string>>,
  areas: readonly Area[],
): Placement & { address: string | null } {
  const dataset = readMapping({ id: 'loans', place });
  const entry = createEntryReader(dataset).read({ line: 2, fields, text: '' });
  if ('reason' in entry) throw new Error(entry.detail);
  return { ...createPlacer(dataset, { areas, locators: new Map() })(entry.where), address: entry.where.address };
}

describe('ZIP codes', () => {
  const zips = [area(1, 'zip', '02906', 'Providence'), area(2, 'zip', '20001', 'Washington')];
  const place = { areaCode: 'Zip', level: 'zip' };

  test.each([
    ['02906', [1], null],
    ['02906-1234', [1], null],
    ['２０００１', [2], null],
    ['2906', [], 'area-code-lost-zeros'],
    ['2906-1234', [], 'area-code-lost-zeros'],
    ['2907', [], 'unknown-area-code'],
    ['02907', [], 'unknown-area-code'],
    ['029061234', [], 'unknown-area-code'],
  ])('%s is placed in %j, problem %s: lost zeros are told, never guessed', (Zip, areaIds, problem) => {
    expect(placed(place, { Zip }, zips)).toMatchObject({ areaIds, problem });
  });

  test.each([
    ['2906', [1]],
    ['2906-1234', [1]],
    ['20001', [2]],
    ['1', []],
  ])('%s is placed in %j where the mapping says that a code has five digits', (Zip, areaIds) => {
    expect(placed({ ...place, width: 5 }, { Zip }, zips)).toMatchObject({ areaIds });
  });
});

test('an address that stands in several columns is put together, Chinese parts without commas', () => {
  const place = { address: ['street', 'city', 'state', 'zip'] };
  const american = { street: '1916 18th Ave S', city: 'Nashville', state: '', zip: '37212' };
  expect(placed(place, american, []).address).toBe('1916 18th Ave S, Nashville, 37212');
  const chinese = { street: '江苏省', city: '常熟市', state: '尚湖镇罗墩村', zip: '12号' };
  expect(placed(place, chinese, []).address).toBe('江苏省常熟市尚湖镇罗墩村12号');
  expect(placed(place, { street: ' ', city: '', state: '', zip: '' }, [])).toMatchObject({
    address: null,
    problem: 'no-place',
  });
});

describe('names within a parent', () => {
  const areas = [
    area(1, 'province', 'P1', 'Quezon'),
    area(2, 'province', 'P2', 'Metropolitan Manila'),
    area(3, 'municipality', 'M1', 'Quezon', 1),
    area(4, 'municipality', 'M2', 'Quezon City', 2),
    area(5, 'municipality', 'M3', 'City of San Fernando', 1),
    area(6, 'municipality', 'M4', 'Sto. Niño', 2),
    area(7, 'barangay', 'B1', 'Poblacion', 3),
    area(8, 'barangay', 'B2', 'Poblacion', 4),
  ];
  const municipality = createNameFinder(areas, 'municipality');
  const barangay = createNameFinder(areas, 'barangay');
  const id = (found: Area | string) => (typeof found === 'string' ? found : found.id);

  test.each<[string, string | null, number | string]>([
    ['Quezon', null, 3],
    ['Quezon City', null, 4],
    ['City of Quezon', null, 4],
    ['Quezon', 'Metropolitan Manila', 4],
    ['Quezon City', 'Quezon', 'unknown-area-name'],
    ['San Fernando City', null, 5],
    ['SAN FERNANDO', null, 'unknown-area-name'],
    ['SAN FERNANDO', 'Quezon', 5],
    ['Santo Nino', null, 6],
  ])('municipality %s in %s is %s', (name, parent, expected) => {
    expect(id(municipality(name, parent))).toBe(expected);
  });

  test('the same barangay name is told apart by its municipality, and not without it', () => {
    expect(id(barangay('POBLACION', 'City of Quezon'))).toBe(8);
    expect(id(barangay('Poblacion', 'Quezon'))).toBe(7);
    expect(id(barangay('Poblacion', null))).toBe('ambiguous-area-name');
  });
});
