import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../../geodata/intake/detect-format.ts';
import { makeWorkbook, rowsXml, zipOf } from '../../support/make-workbook.ts';

const kindOf = (head: string | Uint8Array, name = 'file') => {
  const found = detectFormat({ name, head: typeof head === 'string' ? new TextEncoder().encode(head) : head });
  return found.kind === 'unusable' ? found.why : `${found.kind} ${found.format}`;
};
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('what a file is, its content says', () => {
  test.each([
    ['a,b\n1,2\n', 'records csv'],
    ['', 'records csv'],
    ['[1] note,b\n', 'records csv'],
    ['BM,MZ\n1,2\n', 'records csv'],
    ['[{"a":1}]', 'records json'],
    ['[]', 'records json'],
    ['\uFEFF{"a":1}\n{"a":2}\n', 'records json-lines'],
    ['{"total":1,"data":[{"a":1}]}', 'records json'],
    [
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}]}',
      'records geojson',
    ],
    [
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{}}\n{"type":"Feature"}',
      'records geojson',
    ],
    ['{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"MultiPolygon"', 'areas geojson'],
    ['{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null', 'areas geojson'],
    ['// made by hand\n{ "type": "FeatureCollection", "features": [{"geometry":{"type":"Polygon"', 'areas geojson'],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(text, 'misleading.xlsx')).toBe(kind);
  });

  test.each([
    ['PAR1\x15\x04', 'records parquet'],
    ['fgb\x03fgb\x01', 'areas flatgeobuf'],
    ['SQLite format 3\0', 'areas geopackage'],
  ])('%j is %s', (magic, kind) => {
    expect(kindOf(bytes(magic), 'a.csv')).toBe(kind);
  });

  test('workbooks and zipped Shapefiles are told apart', async () => {
    const workbook = await makeWorkbook({ sheets: [{ name: 's', data: rowsXml([['a']]) }] });
    expect(kindOf(workbook, 'a.zip')).toBe('records xlsx');
    expect(kindOf(await zipOf({ 'towns/towns.shp': 'x', 'towns/towns.dbf': 'x' }))).toBe('areas shapefile');
  });

  test('UTF-16 is text', () => {
    expect(kindOf(Uint8Array.from(Buffer.from('\uFEFF村,户\r\n罗墩,1\r\n', 'utf16le')))).toBe('records csv');
    expect(kindOf(Uint8Array.from(Buffer.from('a,b\r\n1,2\r\n', 'utf16le')))).toBe('records csv');
  });
});

describe('what cannot be read is called by its name', () => {
  test.each([
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /old \.xls or \.et.*save it as \.xlsx/],
    ['%PDF-1.7', /PDF document/],
    ['\x89PNG\r\n\x1a\n', /picture \(PNG\)/],
    ['\xff\xd8\xff\xe0', /picture \(JPEG\)/],
    ['\x7fELF\x02\x01', /program \(ELF\)/],
    [`MZ${'\0\x01\x02\x03'.repeat(50)}`, /program \(Windows\)/],
    ['<html><table>', /web page or XML/],
    ['<?xml version="1.0"?><Workbook', /web page or XML/],
    ['Rar!\x1a\x07\x00', /RAR.*unpack it first/],
    ['\x1f\x8b\x08', /packed twice/],
    ['\x01\x02\x03\x04\x05\x06\x07\x08'.repeat(20), /binary file/],
  ])('%j', (magic, why) => {
    expect(kindOf(bytes(magic), 'records.csv')).toMatch(why);
    expect(kindOf(bytes(magic), 'records.csv')).toMatch(/\p{Script=Han}/u);
  });
});
