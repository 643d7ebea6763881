import { expect, test } from 'vitest';
import { readChoices } from '../../../server/cli/table-choices.ts';
import { UsageError } from '../../../server/cli/usage-error.ts';

test('options say how a file is read; nothing is chosen that was not said', () => {
  expect(readChoices({ encoding: 'GBK', delimiter: 'tab', sheet: '明细', headerLine: '3' })).toEqual({
    encoding: 'gb18030',
    delimiter: '\t',
    sheet: '明细',
    headerLine: 3,
  });
  expect(Object.values(readChoices({})).every((choice) => choice === undefined)).toBe(true);
});

test.each([{ encoding: 'latin1' }, { delimiter: '::' }, { headerLine: 'x' }, { headerLine: '0' }])(
  '%j is a wrong command line',
  (options) => {
    expect(() => readChoices(options)).toThrow(UsageError);
  },
);
