import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joinText } from '../../../geodata/boundaries/join-text.ts';
import { readGeoJson } from '../../../geodata/boundaries/read-geojson.ts';

const feature = (code: string) => ({ type: 'Feature', properties: { code }, geometry: null });
const collection = { type: 'FeatureCollection', features: [feature('罗墩'), feature('旗杆')] };

async function* chunks(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const json = JSON.stringify(collection);

test.each<[string, string | Uint8Array]>([
  ['a collection', json],
  ['a collection with a byte order mark', `\uFEFF${json}`],
  ['a collection over several lines', JSON.stringify(collection, null, 2)],
  ['a gzipped collection', gzipSync(json)],
  ['one feature a line', `${collection.features.map((one) => JSON.stringify(one)).join('\r\n')}\n\n`],
])('%s is read, wherever the bytes are split', async (_, content) => {
  for (const size of [1, 7, 100_000]) {
    expect(await readGeoJson(chunks(content, size))).toEqual({ features: collection.features, crs: null });
  }
});

test('a single feature is a file of one', async () => {
  expect((await readGeoJson(chunks(JSON.stringify(feature('a'))))).features).toEqual([feature('a')]);
});

test('what the file says of its coordinates is handed on', async () => {
  const named = { ...collection, crs: { type: 'name', properties: { name: 'EPSG:2236' } } };
  expect((await readGeoJson(chunks(JSON.stringify(named)))).crs).toBe('EPSG:2236');
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['nothing', '', /empty/],
  ['broken JSON', '{\n  "type": "FeatureCollection",\n  "features": [,]\n}', /Line 3, column 16/],
  ['a file cut short', json.slice(0, 60), /Line 1, column 61/],
  ['a broken line among features', `${JSON.stringify(feature('a'))}\n{"type":`, /Line 2/],
  ['a topology', '{"type":"Topology","objects":{}}', /“Topology”/],
  ['a list', '[1,2]', /no “type”/],
  ['a collection without features', '{"type":"FeatureCollection"}', /no GeoJSON FeatureCollection/],
  ['GB18030 text', Uint8Array.of(0x7b, 0x22, 0xc2, 0xde, 0xb6, 0xd5, 0x22, 0x7d), /not all UTF-8/],
  ['half a gzip', gzipSync(json).subarray(0, 40), /damaged or cut short/],
  ['a shapefile in a zip', Uint8Array.of(0x50, 0x4b, 3, 4), /not valid JSON/],
])('%s is refused with a sentence that says where', async (_, content, message) => {
  await expect(readGeoJson(chunks(content))).rejects.toThrow(message);
  await expect(readGeoJson(chunks(content))).rejects.toHaveProperty('name', 'IntakeError');
});

test('a file that unpacks to more than memory is refused while it unpacks', async () => {
  const bomb = gzipSync(Buffer.alloc(5 * 1024 * 1024, 0x20));
  expect(bomb.length).toBeLessThan(10_000);
  await expect(joinText(chunks(bomb), 2)).rejects.toThrow(/larger than 2 MB/);
  expect(await joinText(chunks(bomb), 5)).toHaveLength(5 * 1024 * 1024);
});
