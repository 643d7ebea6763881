import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IntakeError } from '../../../geodata/intake/intake-error.ts';
import { type CsvShape, readCsv } from '../../../geodata/intake/read-csv.ts';
import type { RawRow, Rejection } from '../../../geodata/model/record.ts';

const comma = { encoding: 'utf-8', delimiter: ',' } as const;

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let piece = 0; at < bytes.length; piece += 1) {
    const size = sizes.length === 0 ? bytes.length : (sizes[piece % sizes.length] as number);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(
  file: string | Uint8Array,
  { sizes = [], ...shape }: Partial<CsvShape> & { sizes?: readonly number[] } = {},
): Promise<(RawRow | Rejection)[]> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const outcomes: (RawRow | Rejection)[] = [];
  for await (const batch of readCsv(inPieces(bytes, sizes), { ...comma, ...shape })) outcomes.push(...batch);
  return outcomes;
}

async function columnsOf(file: string | Uint8Array, shape: Partial<CsvShape> = {}): Promise<readonly string[]> {
  let columns: readonly string[] = [];
  await read(file, {
    ...shape,
    onColumns: (names) => {
      columns = names;
    },
  });
  return columns;
}

/** Like the rejections, but short enough to compare: line and reason, or line and cells. */
const brief = (outcome: RawRow | Rejection) =>
  'reason' in outcome ? [outcome.line, outcome.reason] : [outcome.line, Object.values(outcome.fields).join('¦')];

const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 });

describe('laws', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '罗', '𠮷', ' ', ',', '"', '\n', '\r\n', ';'), maxLength: 6 });
  const tables = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

  test('what was written well comes back cell by cell, with line and text, however the bytes arrive', async () => {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('\n', '\r\n'), pieces, fc.boolean(), async (table, end, sizes, last) => {
        const header = (table[0] as string[]).map((_, index) => `c${index}`);
        const texts = [header, ...table].map((row) => row.map(quote).join(','));
        const rows = await read(texts.join(end) + (last ? end : ''), { sizes });
        let line = 1;
        const expected = table.map((row, index) => {
          line += (texts[index] as string).split('\n').length;
          return { line, text: texts[index + 1], fields: Object.fromEntries(row.map((one, at) => [`c${at}`, one])) };
        });
        expect(rows).toEqual(expected);
      }),
    );
  });

  const garbage = fc.string({
    unit: fc.constantFrom('a', '罗', ',', ',', '"', '"', '\n', '\n', '\r', ' '),
    maxLength: 60,
  });

  test('of any text at all, each line comes out exactly once, in a row or in a rejection', async () => {
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        const outcomes = await read(`a,b\n${text}`);
        const lines = `a,b\n${text}`.split('\n');
        let next = 2;
        for (const outcome of outcomes) {
          while (next < outcome.line && /^\r?$/.test(lines[next - 1] as string)) next += 1;
          expect(outcome.line).toBe(next);
          const length = outcome.text.split('\n').length;
          const here = lines.slice(next - 1, next - 1 + length).join('\n');
          expect(here.replace(/\r$/, '')).toBe(outcome.text);
          next += length;
        }
        expect(lines.slice(next - 1).every((line) => /^\r?$/.test(line))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('how the bytes are cut makes no difference, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(garbage, pieces, fc.integer({ min: 5, max: 30 }), async (text, sizes, maxRow) => {
        const file = `a,b\n${text}`;
        expect(await read(file, { sizes, maxRow })).toEqual(await read(file, { maxRow }));
      }),
      { numRuns: 500 },
    );
  });

  test('csv-parse reads the same from files that it can read', async () => {
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        const file = `a,b\n${text.replaceAll('\r', '')}`;
        let known: string[][];
        try {
          known = parse(file, { skip_empty_lines: true, relax_column_count: true, record_delimiter: '\n' });
        } catch {
          return;
        }
        const cells = (await read(file)).map((one) => ('fields' in one ? Object.values(one.fields) : one.reason));
        expect(cells).toEqual(known.slice(1).map((row) => (row.length === 2 ? row : 'ragged-row')));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what goes wrong in files', () => {
  test('a quote that is never closed costs its own line and no other', async () => {
    expect((await read('a,b\n1,2\n"3,4\n5,6\n7,8\n')).map(brief)).toEqual([
      [2, '1¦2'],
      [3, 'broken-quotes'],
      [4, '5¦6'],
      [5, '7¦8'],
    ]);
  });

  test('so does one that is closed in the middle of a cell', async () => {
    expect((await read('a,b\n1,"x"y\n5,6\n')).map(brief)).toEqual([
      [2, 'broken-quotes'],
      [3, '5¦6'],
    ]);
  });

  test('a quotation mark within an unquoted cell is only a character', async () => {
    expect((await read('a,b\n5" pipe,6\n')).map(brief)).toEqual([[2, '5" pipe¦6']]);
  });

  test('a row that is too long is rejected with its beginning, and the next one is read', async () => {
    const long = 'x'.repeat(5_000);
    const outcomes = await read(`a,b\n1,${long}\n2,3\n`, { maxRow: 2_000, sizes: [700] });
    expect(outcomes.map(brief)).toEqual([
      [2, 'row-too-long'],
      [3, '2¦3'],
    ]);
    expect(outcomes[0]?.text).toHaveLength(1_001);
  });

  test('rows with more or fewer cells than the header are rejected with both numbers', async () => {
    const [few, many] = (await read('a,b\n1\n1,2,3\n')) as Rejection[];
    expect(few).toMatchObject({ line: 2, reason: 'ragged-row', text: '1' });
    expect(many?.detail).toContain('3 cells, the header 2 columns');
  });

  test('lines of files with quoted line breaks are those of an editor', async () => {
    expect((await read('a,b\r\n"x\r\ny",1\r\n\r\n"z\n\n",2\r\n3,4')).map(brief)).toEqual([
      [2, 'x\r\ny¦1'],
      [5, 'z\n\n¦2'],
      [8, '3¦4'],
    ]);
  });

  test('a row of empty cells is a row, an empty line is none', async () => {
    expect((await read('a,b\n\n,\n\n')).map(brief)).toEqual([[3, '¦']]);
  });

  test('very old Macintosh files end lines with a carriage return', async () => {
    expect((await read('a,b\r1,2\r"x\ry",3\r')).map(brief)).toEqual([
      [2, '1¦2'],
      [3, 'x\ry¦3'],
    ]);
  });

  test('NUL, which the database refuses, becomes a replacement character', async () => {
    expect((await read('a,b\n1\0,2\n')).map(brief)).toEqual([[2, '1\uFFFD¦2']]);
  });

  test('lone surrogates of UTF-16 files become replacement characters', async () => {
    const bytes = Uint8Array.from(Buffer.from('a,b\n1,\uD83D\n', 'utf16le'));
    expect((await read(bytes, { encoding: 'utf-16le', sizes: [3] })).map(brief)).toEqual([[2, '1¦\uFFFD']]);
  });

  test('a GB18030 file is read though its first 64 KiB are plain ASCII', async () => {
    const ascii = `a,b\n${'1,2\n'.repeat(3)}`;
    const bytes = Uint8Array.from([...Buffer.from(ascii), 0x31, 0x2c, 0xb7, 0xb6, 0xc4, 0xb3, 0x0a]);
    const rows = await read(bytes, { sizes: [ascii.length, 4096] });
    expect(rows.map(brief).at(-1)).toEqual([5, '1¦范某']);
  });
});

describe('header', () => {
  test.each(['utf-8', 'utf-16le'] as const)(
    'a byte order mark never gets into the first name (%s)',
    async (encoding) => {
      const text = '\uFEFFno,cost\n1,2\n';
      const bytes =
        encoding === 'utf-8' ? new TextEncoder().encode(text) : Uint8Array.from(Buffer.from(text, 'utf16le'));
      expect(await columnsOf(bytes, { encoding })).toEqual(['no', 'cost']);
    },
  );

  test('repeated and empty names become distinct ones', async () => {
    expect(await columnsOf('name, name ,,name (2),name,__proto__\n')).toEqual([
      'name',
      'name (3)',
      'column 3',
      'name (2)',
      'name (4)',
      'column 6',
    ]);
  });

  test('distinct, whatever the header', async () => {
    const names = fc.array(fc.constantFrom('a', 'a (2)', '', 'column 1', 'column 2', '__proto__'), { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(names, async (header) => {
        const columns = await columnsOf(`${header.join(',')}\n`);
        expect(new Set(columns).size).toBe(header.length);
      }),
    );
  });

  test('a file without one is refused in a sentence', async () => {
    await expect(read('')).rejects.toThrow(IntakeError);
    await expect(read('\n\n')).rejects.toThrow(/no header/);
    await expect(read('"a,b\n1,2\n')).rejects.toThrow(/header on line 1/);
  });

  test('whoever does not like the columns can stop the reading', async () => {
    const onColumns = () => {
      throw new IntakeError('not these');
    };
    await expect(read('a,b\n1,2\n', { onColumns })).rejects.toThrow('not these');
  });
});

test('rows come in batches of the size that was asked for', async () => {
  const sizes: number[] = [];
  const bytes = new TextEncoder().encode(`a,b\n${'1,2\n'.repeat(25)}`);
  for await (const batch of readCsv(inPieces(bytes, [7]), { ...comma, batch: 10 })) sizes.push(batch.length);
  expect(sizes).toEqual([10, 10, 5]);
});
