import type { TableChoices } from '../model/table.ts';
import { IntakeError } from './intake-error.ts';
import { sentence } from './sentence.ts';

/** Throws an IntakeError for a delimiter that cannot be one, and for a header line that no file has. */
export function requireChoices({ delimiter, headerLine }: TableChoices): void {
  if (delimiter !== undefined && (delimiter.length !== 1 || /["\r\n\uFFFD]/.test(delimiter))) {
    throw new IntakeError(
      sentence(
        '分隔符必须是一个字符，不能是双引号或换行',
        'The delimiter must be one character, neither a quotation mark nor a line end',
      ),
    );
  }
  if (headerLine !== undefined && (!Number.isInteger(headerLine) || headerLine < 1)) {
    throw new IntakeError(
      sentence('表头所在行应为从 1 起的整数', 'The line of the header must be a whole number from 1'),
    );
  }
}
