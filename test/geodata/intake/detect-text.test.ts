import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectText } from '../../../geodata/intake/detect-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 保单号,姓名 and one row, as Windows in China saves it. */
const gb18030 = Uint8Array.from([
  0xb1, 0xa3, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x31, 0x2c, 0xb7, 0xb6, 0xc4, 0xb3, 0x0a,
]);

describe('encoding', () => {
  test('Chinese UTF-8 is UTF-8, wherever the head is cut', () => {
    const bytes = utf8('保单号,姓名\n1,范某\n');
    fc.assert(
      fc.property(fc.integer({ min: 7, max: bytes.length }), (length) => {
        expect(detectText(bytes.subarray(0, length)).encoding).toBe('utf-8');
      }),
    );
  });

  test('what is not UTF-8 is GB18030', () => {
    expect(detectText(gb18030)).toMatchObject({ encoding: 'gb18030', delimiter: ',', bom: false });
  });

  test('one torn character does not turn a UTF-8 file into another alphabet', () => {
    const bytes = utf8('保单号,销售员\n1,罗墩村范某\n2,旗杆村张三\n3,渠中村李四\n');
    const torn = Uint8Array.from([...bytes.subarray(0, 22), 0xff, ...bytes.subarray(22)]);
    expect(detectText(torn).encoding).toBe('utf-8');
  });

  test('byte order marks decide', () => {
    expect(detectText(utf8('\uFEFFa;b\n1;2\n'))).toMatchObject({ encoding: 'utf-8', delimiter: ';', bom: true });
    const wide = Uint8Array.from(Buffer.from('\uFEFFa\tb\n1\t2\n', 'utf16le'));
    expect(detectText(wide)).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', bom: true });
    expect(detectText(wide.map((_, at) => wide[at ^ 1] as number)).encoding).toBe('utf-16be');
  });

  test('UTF-16 without a mark is known by its zeros', () => {
    const wide = Uint8Array.from(Buffer.from('保单号,姓名\r\n1,范某\r\n2,张三\r\n', 'utf16le'));
    expect(detectText(wide)).toMatchObject({ encoding: 'utf-16le', delimiter: ',', bom: false });
  });
});

describe('delimiter', () => {
  test.each([',', ';', '\t', '|'])('%j is found among the others in quotes', (delimiter) => {
    const row = (...cells: string[]) => `${cells.join(delimiter)}\n`;
    const text = row('no', 'note', 'cost') + row('1', '"a,b;c|d\te"', '2') + row('2', '"x;y;z,,,"', '3');
    expect(detectText(utf8(text)).delimiter).toBe(delimiter);
  });

  test('commas in some cells do not outvote the tabs in every row', () => {
    expect(detectText(utf8('a\tb, c\td\n1\t2\t3\n4\t5, 6, 7\t8\n')).delimiter).toBe('\t');
  });

  test('a file of one column has commas', () => {
    expect(detectText(utf8('name\n范某\n')).delimiter).toBe(',');
    expect(detectText(utf8('')).delimiter).toBe(',');
  });
});
