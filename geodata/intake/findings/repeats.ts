import type { Example } from '../../model/preview.ts';
import { createKeyTable } from '../create-key-table.ts';
import { hash64 } from '../hash64.ts';
import { proposeRoles } from '../propose-roles.ts';
import { recordKey } from '../record-key.ts';
import { type CreateDetector, keepExample } from './detector.ts';

/** Keys that come again, and how many of those rows say the same as the first: the others will be rejected. */
export const createRepeatedKeys: CreateDetector = ({ columns, dataset }) => {
  const proposed = proposeRoles(columns).get('key');
  const key = dataset?.key ?? (proposed === undefined ? [] : [proposed]);
  const table = createKeyTable();
  const examples: Example[] = [];
  let [count, identical, of] = [0, 0, 0];
  const column = key.join(' + ');
  return {
    see(row) {
      if (key.length === 0) return;
      of += 1;
      const named = recordKey(row, key);
      if ('emptyColumn' in named) return;
      const [content] = hash64(row.text);
      const slot = table.add(named.key, content, row.line);
      if (slot === null) return;
      count += 1;
      if (table.valueAt(slot) === content) identical += 1;
      keepExample(examples, row.line, named.key);
    },
    found: () => {
      const severity = dataset !== null && count > identical ? 'fault' : 'note';
      // What repeats for the most part was proposed wrongly.
      const names = dataset !== null || count * 2 < of;
      return count === 0 || !names
        ? []
        : [{ id: 'keys-repeat', severity, column, count, of, examples, among: identical }];
    },
  };
};

/** Rows that are the same in every cell. */
export const createRepeatedRows: CreateDetector = ({ dataset }) => {
  const table = createKeyTable();
  const examples: Example[] = [];
  let [count, of] = [0, 0];
  return {
    see({ text, line }) {
      // With a key, what repeats is told by key.
      if (dataset !== null && dataset.key.length > 0) return;
      of += 1;
      if (table.add(text, 1, line) === null) return;
      count += 1;
      keepExample(examples, line, text);
    },
    found: () => (count === 0 ? [] : [{ id: 'rows-repeat', severity: 'warning', column: null, count, of, examples }]),
  };
};
