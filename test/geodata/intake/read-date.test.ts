import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedDate, readDate } from '../../../geodata/intake/read-date.ts';
import { DATE_FORMATS, type DateFormat } from '../../../geodata/model/dataset.ts';

test.each<[string, DateFormat, string]>([
  ['2024-05-23', 'YYYY-MM-DD', '2024-05-23'],
  ['2024-05-23T23:59:59-08:00', 'YYYY-MM-DD', '2024-05-23'],
  ['02/15/2024', 'MM/DD/YYYY', '2024-02-15'],
  ['2/5/2024 12:00:00 AM', 'MM/DD/YYYY', '2024-02-05'],
  ['15/02/2024', 'DD/MM/YYYY', '2024-02-15'],
  ['20240229', 'YYYYMMDD', '2024-02-29'],
  ['1681189200000', 'epoch-ms', '2023-04-11'],
  ['-86400000', 'epoch-ms', '1969-12-31'],
  ['1400269500', 'epoch-s', '2014-05-16'],
  ['2019-07-15 21:38:38', 'auto', '2019-07-15'],
  ['2016/8/9', 'auto', '2016-08-09'],
  ['2016.8.9', 'auto', '2016-08-09'],
  ['20160809', 'auto', '2016-08-09'],
  ['20160809.0', 'auto', '2016-08-09'],
  ['20160809123000', 'auto', '2016-08-09'],
  ['2016年8月9日', 'auto', '2016-08-09'],
  ['２０１６年８月９日', 'auto', '2016-08-09'],
  ['1681189200000', 'auto', '2023-04-11'],
  ['1681189200', 'auto', '2023-04-11'],
])('%s as %s is %s', (text, format, date) => {
  expect(readDate(text, format)).toBe(date);
});

test.each<[string, DateFormat]>([
  ['2023-02-30', 'YYYY-MM-DD'],
  ['0026-05-01', 'YYYY-MM-DD'],
  ['9999-12-31', 'YYYY-MM-DD'],
  ['2023-13-01', 'auto'],
  ['1900-02-29', 'auto'],
  ['02/15/2024', 'auto'],
  ['01/02/2024', 'auto'],
  ['02/15/2024', 'DD/MM/YYYY'],
  ['2024/05/23', 'YYYY-MM-DD'],
  ['44000', 'auto'],
  ['168118920', 'auto'],
  ['1.68E+12', 'epoch-ms'],
  ['yesterday', 'auto'],
  ['2024-05-23 and more', 'auto'],
])('%s as %s is no date', (text, format) => {
  expect(readDate(text, format)).toBeNull();
});

test('who writes the day first is told which formats to choose from', () => {
  expect(expectedDate('auto')).toMatch(/MM\/DD\/YYYY.*DD\/MM\/YYYY/);
});

test('every day, written in any format, is read as that day', () => {
  const written: Record<DateFormat, (day: Date, iso: string) => string> = {
    'YYYY-MM-DD': (_, iso) => iso,
    'YYYY/MM/DD': (_, iso) => iso.replaceAll('-', '/'),
    YYYYMMDD: (_, iso) => iso.replaceAll('-', ''),
    'MM/DD/YYYY': (_, iso) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`,
    'DD/MM/YYYY': (_, iso) => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`,
    'epoch-ms': (day) => `${day.getTime()}`,
    'epoch-s': (day) => `${Math.floor(day.getTime() / 1000)}`,
    auto: (_, iso) => `${iso} 23:59:59`,
  };
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...DATE_FORMATS), (day, format) => {
      const iso = day.toISOString().slice(0, 10);
      expect(readDate(written[format](day, iso), format)).toBe(iso);
    }),
  );
});
