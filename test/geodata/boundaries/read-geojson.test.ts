import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joinBytes } from '../../../geodata/boundaries/join-bytes.ts';
import { openAreasFile } from '../../../geodata/boundaries/open-areas-file.ts';

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
  ['a collection with comments and trailing commas', `/* towns */\n${json.replace(']}', ', // none\n],}')}`],
  ['a collection in UTF-16', Buffer.from(`\uFEFF${json}`, 'utf16le')],
  ['one feature a line', `${collection.features.map((one) => JSON.stringify(one)).join('\r\n')}\n\n`],
])('%s is read, wherever the bytes are split', async (_, content) => {
  for (const size of [1, 7, 100_000]) {
    expect(await openAreasFile(chunks(content, size))).toMatchObject({ features: collection.features, crs: null });
  }
});

test('a single feature is a file of one', async () => {
  expect((await openAreasFile(chunks(JSON.stringify(feature('a'))))).features).toEqual([feature('a')]);
});

test('what the file says of its coordinates is handed on', async () => {
  const named = { ...collection, crs: { type: 'name', properties: { name: 'EPSG:2236' } } };
  expect((await openAreasFile(chunks(JSON.stringify(named)))).crs).toBe('EPSG:2236');
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['nothing', '', /empty/],
  ['broken JSON', '{\n  "type": "FeatureCollection",\n  "features": [,]\n}', /Line 3, column 16/],
  ['a file cut short', json.slice(0, 60), /Line 1, column 61/],
  ['a broken line among features', `${JSON.stringify(feature('a'))}\n{"type":`, /Line 2/],
  ['a topology', '{"type":"Topology","objects":{}}', /“Topology”/],
  ['a list', '[1,2]', /no “type”/],
  ['a collection without features', '{"type":"FeatureCollection"}', /no GeoJSON FeatureCollection/],
  ['text in no encoding', Uint8Array.of(0x7b, 0x22, 0xff, 0xff, 0x22, 0x7d), /not all UTF-8/],
  ['half a gzip', gzipSync(json).subarray(0, 40), /damaged or cut short/],
  ['half a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4), /archive is damaged/],
  ['a .shp without the rest', Uint8Array.of(0, 0, 0x27, 0x0a, 0), /zip archive/],
  ['a broken file with comments', '{ // areas\n  "features": [,]\n}', /Line 2, column 16/],
])('%s is refused with a sentence that says where', async (_, content, message) => {
  await expect(openAreasFile(chunks(content))).rejects.toThrow(message);
  await expect(openAreasFile(chunks(content))).rejects.toHaveProperty('name', 'IntakeError');
});

test('a file that unpacks to more than memory is refused while it unpacks', async () => {
  const bomb = gzipSync(Buffer.alloc(5 * 1024 * 1024, 0x20));
  expect(bomb.length).toBeLessThan(10_000);
  await expect(joinBytes(chunks(bomb), 2)).rejects.toThrow(/larger than 2 MB/);
  expect(await joinBytes(chunks(bomb), 5)).toHaveLength(5 * 1024 * 1024);
});

test('a collection in GB18030 is read, and the encoding told', async () => {
  const gbk = Buffer.concat([
    Buffer.from('{"type":"Feature","geometry":null,"properties":{"name":"'),
    Uint8Array.of(0xc2, 0xde, 0xb6, 0xd5),
    Buffer.from('"}}'),
  ]);
  const { features, encoding } = await openAreasFile(chunks(gbk));
  expect([features, encoding]).toEqual([
    [{ type: 'Feature', geometry: null, properties: { name: '罗墩' } }],
    'gb18030',
  ]);
});
