import { type Command, InvalidArgumentError } from 'commander';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { requireChoices } from '../../geodata/intake/require-choices.ts';
import { ENCODINGS, type TableChoices } from '../../geodata/model/table.ts';
import { UsageError } from './usage-error.ts';

export interface ChoiceOptions {
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  headerLine?: string;
}

const WORDS: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' };
/** GBK and GB2312 are read as GB18030, which holds them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16': 'utf-16le',
};

/** Lets a command say how a file of records is to be read. */
export function addChoices(command: Command): Command {
  return command
    .option('--encoding <encoding>', `${ENCODINGS.join(', ')}; found out when left out, like the following`)
    .option('--delimiter <character>', 'what separates the cells of a CSV file: one character, or the word tab')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--header-line <line>', 'the line (of a workbook: the row) with the column names, from 1');
}

/** Those options as choices; throws a UsageError for what cannot be one. */
export function readChoices({ encoding, delimiter, sheet, headerLine }: ChoiceOptions): TableChoices {
  const named = encoding === undefined ? undefined : (OTHER_NAMES[encoding.toLowerCase()] ?? encoding.toLowerCase());
  const known = ENCODINGS.find((one) => one === named);
  if (named !== undefined && known === undefined) throw new UsageError(`--encoding: one of ${ENCODINGS.join(', ')}`);
  const choices: TableChoices = {
    encoding: known,
    delimiter: delimiter === undefined ? undefined : (WORDS[delimiter] ?? delimiter),
    sheet,
    headerLine: headerLine === undefined ? undefined : Number(headerLine),
  };
  try {
    requireChoices(choices);
  } catch (error) {
    throw error instanceof IntakeError ? new UsageError(error.message) : error;
  }
  return choices;
}

/** Reads a whole number from 1 of the things named. */
export const countOf = (things: string) => (text: string) => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError(`${things} count from 1.`);
  return count;
};
