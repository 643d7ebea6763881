import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { IntakeError } from '../../../geodata/intake/intake-error.ts';
import type { Encoding } from '../../../geodata/model/table.ts';
import { cellsOf, type ReadOptions, readTable } from '../../support/read-table.ts';

type Rows = readonly (readonly string[])[];

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csvOf = (rows: Rows, delimiter: string) => rows.map((row) => row.map(quote).join(delimiter)).join('\n');

const objectsOf = ([header = [], ...rows]: Rows) =>
  rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));

const parquetOf = ([header = [], ...rows]: Rows) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: header.map((name, at) => ({ name, data: rows.map((row) => row[at] as string), type: 'STRING' })),
      rowGroupSize: 3,
    }),
  );

const xlsxOf = (rows: Rows) =>
  writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();

const geoJsonOf = (rows: Rows) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: objectsOf(rows).map((properties) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [120.7, 31.6] },
    })),
  });

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Uint8Array.from(encoding === 'utf-16be' ? wide.swap16() : wide);
}

const cell = fc
  .string({ unit: fc.constantFrom('a', '罗', '𠮷', '7', ',', ';', '"', '\n', '\\', '{', '<', '&', ' '), maxLength: 6 })
  .map((text) => text.trim());
const tables = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc
    .array(
      fc.array(cell, { minLength: width, maxLength: width }).map(([first = '', ...rest]) => [`k${first}`, ...rest]),
      { minLength: 1, maxLength: 8 },
    )
    .map((rows) => [Array.from({ length: width }, (_, at) => `列${at}`), ...rows]),
);
const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 });

describe('the same table', () => {
  const same = async (rows: Rows, file: string | Uint8Array, options: ReadOptions) => {
    const table = await readTable(file, options);
    expect(table.columns).toEqual(rows[0]);
    expect(cellsOf(table)).toEqual(rows.slice(1));
  };

  test('is read from text in every encoding and under every delimiter, however the bytes arrive', async () => {
    const delimiters = fc.constantFrom(',', ';', '\t', '|', '^', '~', '\u0001', '，', '；', '#', '\u001f');
    const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be');
    await fc.assert(
      fc.asyncProperty(tables, delimiters, encodings, pieces, async (rows, delimiter, encoding, sizes) => {
        const choices = { delimiter, headerLine: 1 };
        await same(rows, encode(csvOf(rows, delimiter), encoding), { choices, sizes });
      }),
      { numRuns: 60 },
    );
  });

  test('is read from JSON lines, a JSON array, a wrapped array and GeoJSON, however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(tables, pieces, fc.boolean(), async (rows, sizes, pretty) => {
        const objects = objectsOf(rows);
        const indent = pretty ? 2 : 0;
        const lines = objects.map((object) => JSON.stringify(object)).join('\r\n');
        await same(rows, lines, { sizes, name: 'a.jsonl' });
        await same(rows, JSON.stringify(objects, null, indent), { sizes });
        await same(rows, JSON.stringify({ total: 2, box: [1, 2], data: objects }, null, indent), { sizes });
        const { columns, outcomes } = await readTable(geoJsonOf(rows), { sizes });
        expect(columns).toEqual([...(rows[0] as string[]), 'longitude', 'latitude']);
        expect(cellsOf({ columns, outcomes })).toEqual(rows.slice(1).map((row) => [...row, '120.7', '31.6']));
      }),
      { numRuns: 40 },
    );
  });

  test('is read from Parquet', async () => {
    await fc.assert(
      fc.asyncProperty(tables, (rows) => same(rows, parquetOf(rows), {})),
      { numRuns: 25 },
    );
  });

  test('is read from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => same(rows, await xlsxOf(rows), { choices: { headerLine: 1 } })),
      { numRuns: 15 },
    );
  });
});

describe('whatever the bytes', () => {
  const rows = [
    ['编号', '名称', '金额'],
    ...Array.from({ length: 12 }, (_, i) => [`k${i}`, `罗墩村 ${i}, "x"`, `${i * 7}`]),
  ];
  const files: { name: string; bytes: Uint8Array }[] = [];
  beforeAll(async () => {
    const utf8 = (name: string, text: string) => files.push({ name, bytes: new TextEncoder().encode(text) });
    utf8('a.csv', csvOf(rows, ','));
    utf8(
      'a.jsonl',
      objectsOf(rows)
        .map((object) => JSON.stringify(object))
        .join('\n'),
    );
    utf8('a.json', JSON.stringify(objectsOf(rows)));
    utf8('a.geojson', geoJsonOf(rows));
    files.push({ name: 'a.parquet', bytes: parquetOf(rows) }, { name: 'a.xlsx', bytes: await xlsxOf(rows) });
  });

  /** The outcomes, or the sentence with which the file was refused; any other error fails the test. */
  async function outcome(bytes: Uint8Array, options: ReadOptions): Promise<unknown> {
    try {
      return (await readTable(bytes, options)).outcomes.map(({ line, text }) => [line, text]);
    } catch (error) {
      expect(error).toBeInstanceOf(IntakeError);
      expect((error as Error).message).toMatch(/\p{Script=Han}.* \/ \w/su);
      return (error as Error).message;
    }
  }

  test('arbitrary bytes are rows, rejections or a sentence', async () => {
    const magic = fc.constantFrom(
      '',
      'PK\x03\x04',
      'PAR1',
      '{"',
      '[{',
      '{"type":"FeatureCollection","features":[',
      '\xff\xfe',
    );
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 300 }), pieces, async (start, tail, sizes) => {
        const bytes = Uint8Array.from([...Buffer.from(start, 'latin1'), ...tail]);
        expect(await outcome(bytes, { sizes })).toEqual(await outcome(bytes, {}));
      }),
      { numRuns: 300 },
    );
  });

  test('a file that is cut anywhere never gives a row that is not in it, nor one twice', async () => {
    const [csv] = files;
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true }), async (which, share) => {
        const { name, bytes } = files[which] ?? (csv as { name: string; bytes: Uint8Array });
        const cut = bytes.subarray(0, Math.floor(bytes.length * share));
        const found: string[] = [];
        const read = async () => {
          const table = await readTable(cut, { name });
          for (const row of table.outcomes) if ('fields' in row) found.push(row.fields.编号 ?? '');
        };
        await read().catch((error) => expect(error).toBeInstanceOf(IntakeError));
        const keys = rows.slice(1).map(([key]) => key as string);
        const last = found.at(-1);
        expect(found.slice(0, -1)).toEqual(keys.slice(0, Math.max(0, found.length - 1)));
        if (last !== undefined) expect(keys[found.length - 1]?.startsWith(last)).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  test('a file with changed bytes is rows, rejections or a sentence', async () => {
    const changes = fc.array(
      fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(5), changes, pieces, async (which, changed, sizes) => {
        const { name, bytes } = files[which] as { name: string; bytes: Uint8Array };
        const mutated = Uint8Array.from(bytes);
        for (const [share, value] of changed) mutated[Math.floor(share * mutated.length)] = value;
        const found = await outcome(mutated, { name, sizes });
        if (typeof found !== 'string') expect(found).toEqual(await outcome(mutated, { name }));
      }),
      { numRuns: 300 },
    );
  });
});

describe('choices', () => {
  test('win over what is found out', async () => {
    const text = 'a;b,c\n1;2,3\n4;5,6\n';
    expect((await readTable(text, { choices: { delimiter: ';' } })).columns).toEqual(['a', 'b,c']);
    const gbk = Uint8Array.from([0x61, 0x2c, 0xb7, 0xb6, 0x0a, 0x31, 0x2c, 0xc4, 0xb3, 0x0a]);
    expect((await readTable(gbk)).columns).toEqual(['a', '范']);
    expect((await readTable(gbk, { choices: { encoding: 'utf-16le' } })).shape.encoding).toBe('utf-16le');
  });

  test.each([{ delimiter: '"' }, { delimiter: ',,' }, { delimiter: '\n' }, { headerLine: 0 }, { headerLine: 1.5 }])(
    '%j is refused',
    async (choices) => {
      await expect(readTable('a,b\n1,2\n', { choices })).rejects.toThrow(IntakeError);
    },
  );
});

describe('titles above the header of a text file', () => {
  test('are no data, whether they were saved with or without empty cells', async () => {
    const body = '编号,村,经办人,保费\n1,七峰村,范某,20\n2,汪桥村,罗某,30\n';
    for (const titles of [
      '2023年农房保险明细表\n',
      '2023年农房保险明细表,,,\n填报单位：海虞镇,,,单位：元\n',
      '\n标题,,,\n\n',
    ]) {
      const table = await readTable(titles + body);
      expect(table.columns).toEqual(['编号', '村', '经办人', '保费']);
      expect(table.shape.headerLine).toBe(titles.split('\n').length);
      expect(table.outcomes).toHaveLength(2);
    }
  });

  test('a header with few names, or rows of numbers, are not taken for titles', async () => {
    expect((await readTable('name,,,\n张某,1,2,3\n李某,4,5,6\n')).shape.headerLine).toBe(1);
    expect((await readTable('1,2\n3,4\n5,6\n')).shape.headerLine).toBe(1);
    expect((await readTable('名称\n罗墩\n旗杆\n')).shape.headerLine).toBe(1);
  });
});

describe('JSON', () => {
  test('long numbers keep their digits, others have no exponent; lists stay JSON; absent members are empty', async () => {
    const text =
      '[{"id":320581001001123456,"x":1e21,"y":0.30000000000000004,"z":"1e5"},{"id":2,"list":[1,{"a":null}],"ok":true,"no":null}]';
    const { columns, outcomes } = await readTable(text);
    expect(columns).toEqual(['id', 'x', 'y', 'z', 'list', 'ok', 'no']);
    expect(cellsOf({ columns, outcomes })).toEqual([
      ['320581001001123456', '1000000000000000000000', '0.30000000000000004', '1e5', '', '', ''],
      ['2', '', '', '', '[1,{"a":null}]', 'true', ''],
    ]);
  });

  test('what is no object is a rejection, and the next is read', async () => {
    expect(cellsOf(await readTable('{"a":1}\n{"a":\n7\n{"a":2}\n'))).toEqual([
      ['1'],
      'json-unreadable',
      'json-unreadable',
      ['2'],
    ]);
    expect(cellsOf(await readTable('[{"a":1},7,{"a":x},{"a":2}]'))).toEqual([
      ['1'],
      'json-unreadable',
      'json-unreadable',
      ['2'],
    ]);
  });

  test('a file that ends within a record says so after the rows before', async () => {
    await expect(readTable('[{"a":1},{"a":')).rejects.toThrow(/ends within a record/);
    await expect(readTable('{"a":[{"b":1}],"c":[{"d":2}]}')).rejects.toThrow(/more than one list/);
  });

  test('a member that comes late is kept under its name', async () => {
    const lines = [...Array.from({ length: 1_200 }, (_, i) => `{"a":${i}}`), '{"a":1,"late":"x","__proto__":"y"}'];
    const { columns, outcomes } = await readTable(lines.join('\n'));
    expect(columns).toEqual(['a']);
    expect((outcomes.at(-1) as { fields: object }).fields).toEqual({ a: '1', late: 'x', 'column 3': 'y' });
  });

  test('names of a GeoJSON feature’s own members never collide with its properties', async () => {
    const feature = {
      type: 'Feature',
      id: 9,
      properties: { id: 'a', longitude: 'b' },
      geometry: { type: 'Point', coordinates: [1.5, 2] },
    };
    const table = await readTable(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    expect(Object.fromEntries(table.columns.map((name, at) => [name, (cellsOf(table)[0] as string[])[at]]))).toEqual({
      id: 'a',
      longitude: 'b',
      'geojson id': '9',
      'geojson longitude': '1.5',
      latitude: '2',
    });
  });
});

test('Parquet: numbers, days, moments, truth, lists and absent values as text', async () => {
  const columnData = [
    { name: 'n', data: [1.5, 1e21], type: 'DOUBLE' as const },
    { name: 'big', data: [320581001001123456n, 2n], type: 'INT64' as const },
    {
      name: 'at',
      data: [new Date('2021-03-15T00:00:00Z'), new Date('2021-03-15T08:30:00Z')],
      type: 'TIMESTAMP' as const,
    },
    { name: 'ok', data: [true, null], type: 'BOOLEAN' as const },
    { name: 'json', data: [{ a: [1] }, null], type: 'JSON' as const },
  ];
  const table = await readTable(new Uint8Array(parquetWriteBuffer({ columnData })));
  expect(table.shape).toMatchObject({ format: 'parquet', encoding: null, headerLine: null });
  expect(cellsOf(table)).toEqual([
    ['1.5', '320581001001123456', '2021-03-15', 'true', '{"a":[1]}'],
    ['1000000000000000000000', '2', '2021-03-15T08:30:00Z', '', ''],
  ]);
});

describe('limits', () => {
  test('too many columns are refused, too long cells rejected, each with the value and the limit', async () => {
    const header = Array.from({ length: 1_001 }, (_, i) => `c${i}`).join(',');
    await expect(readTable(`${header}\n`)).rejects.toThrow(
      /Too many columns: 1001, the limit is 1000\. Save it as CSV/,
    );
    const table = await readTable(`a,b\n1,${'x'.repeat(300_000)}\n2,3\n`);
    expect(cellsOf(table)).toEqual(['cell-too-long', ['2', '3']]);
    expect((table.outcomes[0] as { detail: string }).detail).toMatch(
      /“b” has 300000 characters; a cell may have 262144/,
    );
  });
});
