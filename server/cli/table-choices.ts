import { type Command, InvalidArgumentError, Option } from 'commander';
import { ENCODINGS, type TableChoices } from '../../geodata/model/table.ts';

/** The options by which somebody says how a file is to be read. */
export function addChoices(command: Command): Command {
  return command
    .addOption(new Option('--encoding <name>', 'read the text in this encoding').choices(ENCODINGS))
    .option('--delimiter <character>', 'what stands between cells; "tab" for a tabulator', delimiterOf)
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--header-line <number>', 'the line or row on which the column names stand, from 1', countOf('lines'));
}

/** What was said of how a file is to be read, among the options of a command. */
export const choicesOf = ({ encoding, delimiter, sheet, headerLine }: TableChoices): TableChoices => ({
  encoding,
  delimiter,
  sheet,
  headerLine,
});

function delimiterOf(text: string): string {
  const delimiter = text === 'tab' || text === '\\t' ? '\t' : text;
  if ([...delimiter].length !== 1) throw new InvalidArgumentError('It is one character.');
  return delimiter;
}

/** Reads a whole number from 1 of the things named. */
export const countOf = (things: string) => (text: string) => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError(`${things} count from 1.`);
  return count;
};
