import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { IntakeError } from '../../../../geodata/intake/intake-error.ts';
import { makeWorkbook, rowsXml, type SheetXml, zipOf } from '../../../support/make-workbook.ts';
import { cellsOf, readTable } from '../../../support/read-table.ts';

const one = async (data: string, more: Partial<SheetXml> = {}) =>
  readTable(await makeWorkbook({ sheets: [{ name: '表', data, ...more }] }));

/** The texts of the cells in column B below a header. */
async function valuesOf(
  cells: readonly string[],
  formats: readonly string[] = [],
  from1904 = false,
): Promise<unknown[]> {
  const rows = cells.map(
    (cell, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c>${cell.replace('?', `r="B${i + 2}"`)}</row>`,
  );
  const header =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>';
  const file = await makeWorkbook({ sheets: [{ name: 's', data: header + rows.join('') }], formats, from1904 });
  return (await readTable(file)).outcomes.map((row) => ('fields' in row ? row.fields.b : row.reason));
}

describe('cells', () => {
  test('numbers are text without the noise of floating point, and never with an exponent', async () => {
    const cells = [
      '0.30000000000000004',
      '1E+21',
      '3.20581001001123E+17',
      '12',
      '-0.5',
      '1E-7',
      '12345678901234567890',
    ];
    expect(await valuesOf(cells.map((value) => `<c ?><v>${value}</v></c>`))).toEqual([
      '0.3',
      '1000000000000000000000',
      '320581001001123000',
      '12',
      '-0.5',
      '0.0000001',
      '12345678901234567890',
    ]);
  });

  test('days are dates by their format, built in or written for the workbook, with the time where there is one', async () => {
    const formats = ['yyyy"年"m"月"d"日"', '[$-804]yyyy-mm-dd hh:mm', 'h:mm:ss', '[Red]#,##0.00', '0.00E+00', '000000'];
    const cell = (value: number, style: number) => `<c ? s="${style}"><v>${value}</v></c>`;
    expect(
      await valuesOf(
        [
          cell(44270, 1),
          cell(44270.75, 2),
          cell(0.5, 3),
          cell(44270, 4),
          cell(44270, 5),
          cell(581, 6),
          cell(44270, 7),
          cell(60, 7),
          cell(59, 7),
        ],
        formats,
      ),
    ).toEqual([
      '2021-03-15',
      '2021-03-15T18:00:00',
      '12:00:00',
      '44270',
      '44270',
      '000581',
      '2021-03-15',
      '60',
      '1900-02-28',
    ]);
    expect(await valuesOf([cell(42808, 1)], formats, true)).toEqual(['2021-03-15']);
  });

  test('formulas give what was last calculated, errors are empty and counted', async () => {
    const data = `${rowsXml([['no', 'sum', 'note']])}<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3" t="b"><v>1</v></c></row>`;
    const table = await one(data);
    expect(cellsOf(table)).toEqual([
      ['1', '2', 'ab'],
      ['2', '', 'true'],
    ]);
    expect(table.findings).toEqual([{ id: 'error-cells', count: 1, column: 'sum', lines: [3] }]);
  });

  test('shared texts come whole, with rich parts, without phonetic readings, with escaped characters', async () => {
    const texts = [
      '<t>村</t>',
      '<r><t>常</t></r><r><t xml:space="preserve">熟 </t></r><rPh sb="0" eb="1"><t>chang</t></rPh>',
      '<t>a_x000D_&#10;b &amp; &lt;c&gt;</t>',
    ];
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1</v></c></row>';
    const table = await readTable(await makeWorkbook({ sheets: [{ name: 's', data }], texts }));
    expect(table.columns).toEqual(['村', '常熟']);
    expect(cellsOf(table)).toEqual([['a\nb & <c>', '1']]);
  });

  test('rows without anything are none, and the others keep the number that the spreadsheet shows', async () => {
    const data = `${rowsXml([['a', 'b']])}<row r="5"><c r="A5"><v>1</v></c></row><row r="6"><c r="B6" s="1"/></row><row r="9"><c r="B9"><v>2</v></c></row>`;
    const { outcomes } = await one(data);
    expect(outcomes.map(({ line, text }) => [line, text])).toEqual([
      [5, '1,'],
      [9, ',2'],
    ]);
  });

  test('a value beyond the header is a row that does not fit, with both numbers', async () => {
    const { outcomes } = await one(
      rowsXml([
        ['a', 'b'],
        [1, 2],
        [1, 2, 3],
      ]),
    );
    expect(outcomes[1]).toMatchObject({ line: 3, reason: 'ragged-row', text: '1,2,3' });
  });
});

describe('header', () => {
  test('stands below the titles', async () => {
    const table = await one(
      rowsXml([
        ['2023年农房保险明细表'],
        ['填报单位：海虞镇', null, null, '单位：元'],
        ['编号', '村', '经办人', '保费'],
        [1, '七峰村', '范某', 20],
        [2, '汪桥村', '罗某', 30],
      ]),
      { merges: ['A1:D1', 'A2:C2'] },
    );
    expect(table.shape.headerLine).toBe(3);
    expect(table.columns).toEqual(['编号', '村', '经办人', '保费']);
    expect(table.outcomes).toHaveLength(2);
  });

  test('names merged over rows and columns become one name each', async () => {
    const table = await one(
      rowsXml([
        ['工程台账'],
        ['编号', '村', '造价', null, '备注'],
        [null, null, '合同', '决算'],
        [1, '七峰村', 20, 21, 'x'],
        [2, '汪桥村', 30, 31],
      ]),
      { merges: ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'] },
    );
    expect(table.shape.headerLine).toBe(2);
    expect(table.columns).toEqual(['编号', '村', '造价 / 合同', '造价 / 决算', '备注']);
    expect(cellsOf(table)).toEqual([
      ['1', '七峰村', '20', '21', 'x'],
      ['2', '汪桥村', '30', '31', ''],
    ]);
  });

  test('groups above the names belong to them', async () => {
    const table = await one(
      rowsXml([
        ['基本信息', null, null, '金额'],
        ['编号', '村', '户主', '合同', '决算', '差额'],
        [1, '七峰村', '张某', 20, 21, 1],
        [2, '汪桥村', '李某', 30, 31, 1],
      ]),
      { merges: ['A1:C1', 'D1:F1'] },
    );
    expect(table.columns).toEqual([
      '基本信息 / 编号',
      '基本信息 / 村',
      '基本信息 / 户主',
      '金额 / 合同',
      '金额 / 决算',
      '金额 / 差额',
    ]);
    expect(table.outcomes).toHaveLength(2);
  });

  test('what was found, chosen, gives the same; another row can be chosen', async () => {
    const data = rowsXml([['标题'], ['a', 'b'], ['x', 'y'], [1, 2]]);
    const file = await makeWorkbook({ sheets: [{ name: 's', data }] });
    const found = await readTable(file);
    expect(await readTable(file, { choices: { headerLine: found.shape.headerLine ?? 0 } })).toEqual(found);
    expect((await readTable(file, { choices: { headerLine: 3 } })).columns).toEqual(['x', 'y']);
    await expect(readTable(file, { choices: { headerLine: 9 } })).rejects.toThrow(/row 9/);
  });

  test('merged cells among the rows: the value belongs to the first, and it is said', async () => {
    const table = await one(
      rowsXml([
        ['镇', '村'],
        ['海虞镇', '七峰村'],
        [null, '汪桥村'],
      ]),
      { merges: ['A2:A3'] },
    );
    expect(cellsOf(table)).toEqual([
      ['海虞镇', '七峰村'],
      ['', '汪桥村'],
    ]);
    expect(table.findings).toEqual([{ id: 'merged-cells', count: 1, column: null, lines: [2] }]);
  });
});

describe('sheets', () => {
  const sheets = [
    { name: '隐藏', hidden: true, data: rowsXml([['h'], [0]]) },
    { name: '封面', data: rowsXml([['农房保险']]) },
    {
      name: '明细',
      data: rowsXml([
        ['a', 'b'],
        [1, 2],
      ]),
    },
    { name: '汇总 &amp; 其他', data: rowsXml([['c'], [3]]) },
  ];

  test('the first that is shown and holds a table is read; all are named; another can be chosen', async () => {
    const file = await makeWorkbook({ sheets });
    const { shape, columns } = await readTable(file);
    expect(shape).toMatchObject({ format: 'xlsx', sheet: '明细', sheets: ['隐藏', '封面', '明细', '汇总 & 其他'] });
    expect(columns).toEqual(['a', 'b']);
    expect((await readTable(file, { choices: { sheet: '汇总 & 其他' } })).columns).toEqual(['c']);
    expect((await readTable(file, { choices: { sheet: '隐藏' } })).columns).toEqual(['h']);
    await expect(readTable(file, { choices: { sheet: '没有' } })).rejects.toThrow(/no sheet “没有”; it has “隐藏”/);
  });

  test('a workbook without anything is refused in a sentence', async () => {
    await expect(one('')).rejects.toThrow(/empty/);
  });
});

/** A workbook with a part that really unpacks to so many megabytes of nothing: one packed megabyte, again and again. */
async function bomb(megabytes: number): Promise<Buffer> {
  const packed = deflateRawSync(Buffer.alloc(1024 ** 2), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const name = 'xl/worksheets/sheet9.xml';
  const content = Buffer.concat([...Array.from({ length: megabytes }, () => packed), end]);
  const file = await makeWorkbook({
    sheets: [{ name: 's', data: rowsXml([['a'], [1]]) }],
    files: { [name]: content },
    stored: [name],
  });
  for (const [at, method, size] of [
    [file.indexOf(name) - 30, 8, 22],
    [file.lastIndexOf(name) - 46, 10, 24],
  ] as const) {
    file.writeUInt16LE(8, at + method);
    file.writeUInt32LE(megabytes * 1024 ** 2, at + size);
  }
  return file;
}

describe('what somebody may try', () => {
  const sheet = { name: 's', data: rowsXml([['a'], [1]]) };
  const expectRefused = async (file: Buffer, why: RegExp) => {
    await expect(readTable(file)).rejects.toThrow(IntakeError);
    await expect(readTable(file)).rejects.toThrow(why);
  };

  test('a megabyte that unpacks to 900 is refused by what the directory says, before anything is unpacked', async () => {
    const file = await bomb(900);
    expect(file.length).toBeLessThan(1.5 * 1024 ** 2);
    const before = process.memoryUsage();
    await expectRefused(file, /too large when it is unpacked: 901 MB.*the limit is 200 ×/);
    const after = process.memoryUsage();
    expect(after.rss - before.rss + (after.external - before.external)).toBeLessThan(100 * 1024 ** 2);
  });

  test('a directory that lies about the size gains nothing', async () => {
    const file = await makeWorkbook({
      sheets: [{ ...sheet, data: rowsXml(Array.from({ length: 5_000 }, () => [1])) }],
    });
    const at = file.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    expect(file.readUInt32LE(at)).toBe(0x02014b50);
    file.writeUInt32LE(1_000, at + 24);
    await expectRefused(file, /damaged/);
  });

  test('an archive within the archive, and thousands of files, are refused', async () => {
    const nested = await makeWorkbook({ sheets: [sheet], files: { 'xl/more.zip': 'PK' } });
    await expectRefused(nested, /archive within the archive/);
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`xl/a${i}.xml`, '']));
    await expectRefused(await makeWorkbook({ sheets: [sheet], files: many }), /Too many files.*the limit is 2,000/);
  });

  test('entities are not resolved, neither within nor from outside', async () => {
    const dtd =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>';
    const file = await makeWorkbook({ sheets: [sheet], files: { 'xl/sharedStrings.xml': dtd } });
    await expectRefused(file, /declares a document type/);
    expect(
      cellsOf(
        await one(
          rowsXml([
            ['a', 'b'],
            ['&e;', '&#x4e00;'],
          ]),
        ),
      ),
    ).toEqual([['&e;', '一']]);
  });

  test('sheets that link elsewhere are none, and macros are not looked at', async () => {
    const rels = `<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1:9/s.xml"/></Relationships>`;
    await expectRefused(
      await makeWorkbook({ sheets: [sheet], files: { 'xl/_rels/workbook.xml.rels': rels } }),
      /no sheet/,
    );
    const macros = await makeWorkbook({ sheets: [sheet], files: { 'xl/vbaProject.bin': Buffer.alloc(100) } });
    expect(cellsOf(await readTable(macros))).toEqual([['1']]);
  });

  test('a cell at the far corner costs nothing, a row or column beyond the format is damage', async () => {
    await expectRefused(
      await makeWorkbook({ sheets: [{ name: 's', data: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }] }),
      /Too many columns/,
    );
    const far = await one(`${rowsXml([['a'], [1]])}<row r="1048576"><c r="A1048576"><v>2</v></c></row>`);
    expect(far.outcomes.map(({ line }) => line)).toEqual([2, 1_048_576]);
    await expect(one('<row r="99999999999"><c r="A1"><v>1</v></c></row>')).rejects.toThrow(/damaged near row/);
  });

  test('one cell of millions of characters is one row that is rejected', async () => {
    const table = await one(
      rowsXml([
        ['a', 'b'],
        ['x'.repeat(3_000_000), 1],
        ['y', 2],
      ]),
    );
    expect(cellsOf(table)).toEqual(['cell-too-long', ['y', '2']]);
    expect(table.outcomes[0]?.text.length).toBeLessThan(1_100);
  });

  test('a zip archive that is no workbook is told', async () => {
    await expectRefused(await zipOf({ 'a.txt': 'a' }), /packed folder without a workbook/);
    await expectRefused(
      await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }),
      /OpenDocument/,
    );
    await expectRefused(await zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' }), /text document/);
  });
});
