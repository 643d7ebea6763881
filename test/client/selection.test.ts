import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCamera, printCamera, roundCamera } from '../../client/selection/camera.ts';
import { changeSelection } from '../../client/selection/change-selection.ts';
import { parseSelection, printSelection, type Selection, START } from '../../client/selection/selection.ts';
import { RECORD_SORTS } from '../../geodata/model/api.ts';
import { INDICATORS } from '../../geodata/model/indicator.ts';
import { RESOLUTIONS } from '../../geodata/model/place.ts';

const word = fc.string({ minLength: 1, unit: 'grapheme' });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const camera = fc
  .record({
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -85, max: 85, noNaN: true }),
    zoom: fc.double({ min: 0, max: 24, noNaN: true }),
  })
  .map(roundCamera);
const selections: fc.Arbitrary<Selection> = fc.record({
  dataset: fc.option(word),
  indicator: fc.constantFrom(...INDICATORS.map(({ id }) => id)),
  level: fc.option(word),
  shape: fc.constantFrom('areas', 'cells'),
  resolution: fc.option(fc.constantFrom(...RESOLUTIONS)),
  from: fc.option(day),
  until: fc.option(day),
  weight: fc.constantFrom('records', 'amount'),
  area: fc.option(word),
  operator: fc.option(fc.nat()),
  cell: fc.option(fc.stringMatching(/^8[0-9a-f]{14}$/)),
  list: fc.constantFrom('unplaced', null),
  table: fc.boolean(),
  sort: fc.constantFrom(...RECORD_SORTS),
  order: fc.constantFrom('asc', 'desc'),
  page: fc.integer({ min: 1, max: 1_000_000 }),
  camera: fc.option(camera),
});

test('what was printed is parsed to the same selection', () => {
  fc.assert(
    fc.property(selections, (selection) => {
      expect(parseSelection(printSelection(selection))).toEqual(selection);
    }),
  );
});

test('any text parses to a selection, and printing that once is enough', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webQueryParameters().map((query) => `?${query}`),
      ),
      (search) => {
        const printed = printSelection(parseSelection(search));
        expect(printSelection(parseSelection(printed))).toBe(printed);
      },
    ),
  );
});

test('the start prints as nothing', () => {
  expect(printSelection(START)).toBe('');
  expect(parseSelection('')).toEqual(START);
});

test('a camera survives being printed', () => {
  fc.assert(
    fc.property(camera, (each) => {
      expect(parseCamera(printCamera(each))).toEqual(each);
    }),
  );
});

test.each(['', '1,2', '1,2,3,4', '200,0,3', '0,89,3', 'a,b,c', ',,'])('“%s” is no camera', (text) => {
  expect(parseCamera(text)).toBeNull();
});

test('another area forgets the operator and the page of the former one', () => {
  const before = { ...START, area: '1', operator: 7, page: 3 };
  expect(changeSelection(before, { area: '2' })).toMatchObject({ area: '2', operator: null, page: 1 });
});

test('moving the map keeps the page of records', () => {
  const before = { ...START, area: '1', page: 3 };
  expect(changeSelection(before, { camera: { lng: 1, lat: 2, zoom: 3 } }).page).toBe(3);
});

test('an area and a cell are never selected together', () => {
  const cell = '89309a2d2afffff';
  expect(changeSelection({ ...START, area: '1' }, { cell })).toMatchObject({ area: null, cell });
  expect(changeSelection({ ...START, cell }, { area: '1' })).toMatchObject({ area: '1', cell: null });
});

test('a breadcrumb may change level and area at once', () => {
  expect(changeSelection(START, { level: 'town', area: '320581111' })).toMatchObject({
    level: 'town',
    area: '320581111',
  });
});
