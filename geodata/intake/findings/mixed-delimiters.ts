import type { Example } from '../../model/preview.ts';
import { type CreateDetector, keepExample } from './detector.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/** Rejected rows that would fit the header under another delimiter: files of two kinds were put together. */
export const createMixedDelimiters: CreateDetector = ({ columns }) => {
  let [count, of] = [0, 0];
  const examples: Example[] = [];
  return {
    see() {
      of += 1;
    },
    seeRejection({ line, reason, text }) {
      of += 1;
      if (reason !== 'ragged-row' || columns.length < 2) return;
      if (!DELIMITERS.some((delimiter) => text.split(delimiter).length === columns.length)) return;
      count += 1;
      keepExample(examples, line, text);
    },
    found: () =>
      count === 0 ? [] : [{ id: 'mixed-delimiters', severity: 'fault', column: null, count, of, examples }],
  };
};
