import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MappingError, readMapping } from '../../../geodata/datasets/read-mapping.ts';
import { writeMapping } from '../../../geodata/datasets/write-mapping.ts';
import { DATE_FORMATS, type Dataset } from '../../../geodata/model/dataset.ts';

const floodControl = {
  id: 'flood-control',
  title: { zh: '防洪工程', en: 'Flood control' },
  key: ['project_id'],
  operator: 'contractor',
  amount: 'cost',
  date: { field: 'completion_date', format: 'YYYY-MM-DD' },
  place: { lng: 'lng', lat: 'lat', crs: 'EPSG:4326' },
};

test('the mapping of the contract becomes a dataset', () => {
  expect(readMapping(floodControl)).toEqual({
    id: 'flood-control',
    title: { zh: '防洪工程', en: 'Flood control' },
    key: ['project_id'],
    operator: 'contractor',
    amount: { column: 'cost', unit: '' },
    date: { column: 'completion_date', format: 'YYYY-MM-DD' },
    place: { coordinates: { lng: 'lng', lat: 'lat', crs: 'EPSG:4326' } },
    fields: [],
  } satisfies Dataset);
});

test('what may be left out may be left out', () => {
  const place = { areaCode: 'Zip', level: 'zip' };
  expect(readMapping({ id: 'ppp', title: 'Loans', place })).toEqual({
    id: 'ppp',
    title: { zh: 'Loans', en: 'Loans' },
    key: [],
    place: { areaCode: { column: 'Zip', level: 'zip' } },
    fields: [],
  } satisfies Dataset);
  expect(readMapping({ id: 'ppp', place, date: 'DateApproved' }).date).toEqual({
    column: 'DateApproved',
    format: 'auto',
  });
});

test.each([
  [
    { areaName: 'location', level: 'province', parent: 'region' },
    { areaName: { column: 'location', level: 'province', parentColumn: 'region' } },
  ],
  [{ address: 'addr' }, { address: { column: 'addr' } }],
  [
    [{ address: 'addr' }, { lng: 'x', lat: 'y' }],
    { coordinates: { lng: 'x', lat: 'y', crs: 'EPSG:4326' }, address: { column: 'addr' } },
  ],
])('a place can be said as %j', (place, role) => {
  expect(readMapping({ ...floodControl, place }).place).toEqual(role);
});

test('a field that is only named is kept as text under its own name', () => {
  expect(readMapping({ ...floodControl, fields: ['region'] }).fields).toEqual([
    { id: 'region', column: 'region', title: { zh: 'region', en: 'region' }, type: 'text', sensitivity: 1 },
  ]);
});

test.each([
  [{ place: { lng: 'x', lat: 'y', crs: 'EPSG:99999' } }, /place\.crs: .*EPSG:99999.* write EPSG:4326/],
  [{ place: { lng: 'x', lat: 'y', crs: '+proj=nowhere' } }, /place\.crs: .*proj4/],
  [{ place: { where: 'x' } }, /place: write \{ "lng"/],
  [{ place: [{ address: 'a' }, { address: 'b' }] }, /place\.1: say this only once/],
  [{ place: undefined }, /place: write/],
  [{ id: 'Flood Control' }, /id: use small letters/],
  [{ date: { field: 'd', format: 'DD.MM.YY' } }, /date: .*YYYY-MM-DD/],
  [{ operater: 'contractor' }, /operater/],
  [{ key: 'project_id' }, /key: list the columns/],
  [{ fields: ['a', { id: 'a', column: 'b' }] }, /fields: give each field an id of its own/],
  [{ fields: [{ id: '__proto__' }] }, /fields\.0/],
])('a mapping with %j is refused with what to do', (part, message) => {
  const read = () => readMapping({ ...floodControl, ...part });
  expect(read).toThrow(MappingError);
  expect(read).toThrow(message);
});

test('every fault is named at once', () => {
  expect(() => readMapping({ id: '', place: {}, amount: 3 })).toThrow(/- id: [\s\S]*- amount: [\s\S]*- place: /);
});

test('a mapping that was written reads as the same dataset', () => {
  const name = fc.stringMatching(/^[a-z一-龥][a-z0-9一-龥]{0,8}$/);
  const title = fc.record({ zh: name, en: name });
  const coordinates = fc.record({
    lng: name,
    lat: name,
    crs: fc.constantFrom('EPSG:4326', 'EPSG:4549', 'GCJ-02', 'BD-09'),
  });
  const datasets = fc.record(
    {
      id: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
      title,
      key: fc.array(name, { maxLength: 3 }),
      operator: name,
      holder: name,
      category: name,
      amount: fc.record({ column: name, unit: name }),
      date: fc.record({ column: name, format: fc.constantFrom(...DATE_FORMATS) }),
      place: fc.record(
        {
          coordinates,
          areaCode: fc.record({ column: name, level: name }),
          areaName: fc.record({ column: name, level: name, parentColumn: name }, { requiredKeys: ['column', 'level'] }),
          address: fc.record({ column: name }),
        },
        { requiredKeys: [] },
      ),
      fields: fc.uniqueArray(
        fc.record(
          {
            id: name,
            column: name,
            title,
            type: fc.constantFrom('text', 'number', 'date', 'boolean'),
            unit: name,
            sensitivity: fc.constantFrom(0, 1, 2, 3),
          },
          { requiredKeys: ['id', 'column', 'title', 'type', 'sensitivity'] },
        ),
        { selector: ({ id }) => id, maxLength: 3 },
      ),
      words: fc.record({ operator: title, holder: title, record: title }, { requiredKeys: [] }),
      setAside: fc.record({ categories: fc.array(name, { minLength: 1, maxLength: 2 }), why: title }),
      coverage: fc.record({ denominator: fc.constantFrom('households', 'rebuilt-houses') }),
    },
    { requiredKeys: ['id', 'title', 'key', 'place', 'fields'] },
  );
  fc.assert(
    fc.property(datasets, (dataset) => {
      const written = JSON.parse(JSON.stringify(writeMapping(dataset as Dataset)));
      expect(readMapping(written)).toEqual(JSON.parse(JSON.stringify(dataset)));
    }),
  );
});
