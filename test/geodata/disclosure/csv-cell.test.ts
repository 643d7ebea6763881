import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell } from '../../../geodata/disclosure/csv-cell.ts';

test.each(['=1+1', '+1', '-1', '@cmd', '\tx', '\rx', '\0x', '＝1', '＋1', '－1', '＠x', '=HYPERLINK("http://x")'])(
  'the text %j cannot become a formula',
  (text) => expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/),
);

test('numbers stay numbers, even negative ones, and absent values stay empty', () => {
  expect(csvCell(-1.5)).toBe('-1.5');
  expect(csvCell(null)).toBe('');
  expect(csvCell(true)).toBe('true');
});

test('a cell can be read back', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvCell(text);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(read === text || read === `'${text}`).toBe(true);
    }),
  );
});
