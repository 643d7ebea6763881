import { expect, test } from 'vitest';
import { mappingRequest, missingParts, startMapping } from '../../client/steward/mapping.ts';
import { readMapping } from '../../geodata/datasets/read-mapping.ts';

const columns = ['project_id', 'contractor', 'cost', 'completion_date', 'lng', 'lat', 'region'];

test('usual column names get their roles', () => {
  expect(startMapping({ columns })).toMatchObject({
    key: 'project_id',
    operator: 'contractor',
    amount: 'cost',
    date: 'completion_date',
    placeKind: 'coordinates',
  });
});

test('what the form sends is a mapping that the server reads', () => {
  const request = mappingRequest({ ...startMapping({ columns }), id: 'flood-control', title: '防洪工程', unit: 'PHP' });
  expect(readMapping(request)).toMatchObject({
    id: 'flood-control',
    key: ['project_id'],
    operator: 'contractor',
    amount: { column: 'cost', unit: 'PHP' },
    place: { coordinates: { lng: 'lng', lat: 'lat' } },
    fields: [{ id: 'region' }],
  });
});

test.each(['code', 'name', 'address'] as const)('a place by %s is read by the server too', (placeKind) => {
  const start = startMapping({ columns: ['Zip', 'village', 'addr', 'town'] });
  const form = {
    ...start,
    placeKind,
    id: 'a',
    title: 'a',
    level: 'zip',
    areaCode: 'Zip',
    areaName: 'village',
    address: 'addr',
  };
  expect(() => readMapping(mappingRequest({ ...form, parentName: 'town' }))).not.toThrow();
});

test('a dataset without a name or a place cannot be saved', () => {
  expect(missingParts(startMapping({ columns: [] }))).toEqual([
    'map-columns.id',
    'map-columns.name',
    'map-columns.areaName',
    'map-columns.level',
  ]);
});
