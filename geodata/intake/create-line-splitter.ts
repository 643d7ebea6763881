import { shorten } from './shorten.ts';

/** One line of a text; `whole` is false where it was longer than allowed and only its beginning is kept. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
  readonly whole: boolean;
}

const KEPT_OF_TOO_LONG = 1_000;

/** Cuts text into its lines that are not empty, independently of how it was cut into pieces; longer ones than `maxLine` are cut short. */
export function createLineSplitter(maxLine: number): { push(text: string): TextLine[]; end(): TextLine[] } {
  let rest = '';
  let line = 1;
  let lost: string | null = null;

  function finish(text: string): TextLine[] {
    const here = line;
    line += 1;
    const tooLong = lost ?? (text.length > maxLine ? text : null);
    lost = null;
    if (tooLong !== null) return [{ line: here, text: shorten(tooLong, KEPT_OF_TOO_LONG), whole: false }];
    return text.trim() === ''
      ? []
      : [{ line: here, text: text.endsWith('\r') ? text.slice(0, -1) : text, whole: true }];
  }

  return {
    push(text) {
      const pieces = (rest + text).split('\n');
      rest = pieces.pop() as string;
      const lines = pieces.flatMap(finish);
      if (rest.length > maxLine) {
        lost ??= rest.slice(0, KEPT_OF_TOO_LONG + 1);
        rest = '';
      }
      return lines;
    },
    end: () => (rest === '' && lost === null ? [] : finish(rest)),
  };
}
