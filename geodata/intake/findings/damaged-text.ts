import type { CreateDetector } from './detector.ts';
import { watchCells } from './watch-cells.ts';

/** What wrong decoding leaves: the replacement character, GBK of it (锟斤拷), fresh memory (烫烫烫), UTF-8 read as Latin-1 (Ã©, â€™). */
const MOJIBAKE = /\uFFFD|锟斤拷|锟斤|烫烫烫|屯屯屯|Ã[\u0080-\u00BF]|â€[\u0090-\u02FF™œ\u009d“”]|ï»¿/;
/** What a spreadsheet writes where a formula failed. */
const FORMULA_FAULT = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i;

/** Text that was damaged before it came here, or is read in the wrong encoding. */
export const createMojibake: CreateDetector = ({ columns }) =>
  watchCells(
    columns,
    (text) => (MOJIBAKE.test(text) ? 'odd' : 'usual'),
    () => ({ id: 'mojibake', severity: 'fault' }),
  );

export const createSpreadsheetErrors: CreateDetector = ({ columns }) =>
  watchCells(
    columns,
    (text) => (FORMULA_FAULT.test(text) ? 'odd' : 'usual'),
    () => ({ id: 'spreadsheet-error', severity: 'warning' }),
  );
