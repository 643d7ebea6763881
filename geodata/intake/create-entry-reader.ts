import type { Dataset } from '../model/dataset.ts';
import type { Finding } from '../model/import-report.ts';
import type { Entry, RawRow, Rejection, RejectionReason, Whereabouts } from '../model/record.ts';
import { AGENT_FIELD } from '../operators/agent-field.ts';
import { splitAgent } from '../operators/split-agent.ts';
import { cleanName } from './clean-name.ts';
import { type Content, createContentHash } from './create-content-hash.ts';
import { createFindingCounter } from './create-finding-counter.ts';
import { createKeyTable } from './create-key-table.ts';
import { readAmount } from './read-amount.ts';
import { expectedDate, readDate } from './read-date.ts';
import { readField } from './read-field.ts';
import { recordKey, wholeRowKey } from './record-key.ts';
import { quoted, sentence } from './sentence.ts';

export interface EntryReader {
  read(row: RawRow): Entry | Rejection;
  /** What was noticed so far about the entries that were passed on. */
  findings(): Finding[];
}

type Fault = { readonly reason: RejectionReason; readonly detail: string };

/**
 * Understands the rows of one file as a dataset declares them. It remembers keys, so each file needs a reader of its own: an
 * identical row under a known key is passed on again (storing it changes nothing), a differing one is rejected. Without key
 * columns the whole row is the key, with the number of its occurrence: equal rows stay separate records, and the same file
 * gives the same keys again. `today` (ISO date) lets dates after it be noticed.
 */
export function createEntryReader(dataset: Dataset, options: { today?: string } = {}): EntryReader {
  const seen = createKeyTable();
  const counter = createFindingCounter();
  const hashOf = createContentHash(dataset);
  const { today } = options;

  function read(row: RawRow): Entry | Rejection {
    const named = dataset.key.length === 0 ? { key: wholeRowKey(row) } : recordKey(row, dataset.key);
    if ('emptyColumn' in named) return reject(row, keyMissing(named.emptyColumn));
    const content = readContent(dataset, row);
    if ('reason' in content) return reject(row, content);
    const contentHash = hashOf(content);
    const key = dataset.key.length === 0 ? occurrenceKey(named.key, row) : named.key;
    const earlier = dataset.key.length === 0 ? null : earlierLine(key, contentHash, row);
    if (earlier !== null) return reject(row, keyRepeated(named.key, earlier));
    notice(content, row.line);
    return { line: row.line, key, contentHash, ...content };
  }

  function occurrenceKey(rowKey: string, { line }: RawRow): string {
    const slot = seen.add(rowKey, 1, line);
    if (slot === null) return `${rowKey}-1`;
    const occurrence = seen.valueAt(slot) + 1;
    seen.setValue(slot, occurrence);
    counter.count('rows-repeated', null, line);
    return `${rowKey}-${occurrence}`;
  }

  /** The line of an earlier row with this key and another content, null when there is none. */
  function earlierLine(key: string, contentHash: string, { line }: RawRow): number | null {
    const content = Number.parseInt(contentHash.slice(0, 8), 16);
    const slot = seen.add(key, content, line);
    if (slot === null) return null;
    if (seen.valueAt(slot) !== content) return seen.lineAt(slot);
    counter.count('rows-repeated', null, line);
    return null;
  }

  function notice({ happenedOn, amount, operator }: Content, line: number): void {
    const { date, amount: money, operator: operatorColumn } = dataset;
    if (date !== undefined && happenedOn === null) counter.count('date-missing', date.column, line);
    if (date !== undefined && happenedOn !== null && today !== undefined && happenedOn > today) {
      counter.count('date-in-future', date.column, line);
    }
    if (money !== undefined && amount === null) counter.count('amount-missing', money.column, line);
    if (money !== undefined && amount === 0) counter.count('amount-zero', money.column, line);
    if (money !== undefined && amount !== null && amount < 0) counter.count('amount-negative', money.column, line);
    if (operatorColumn !== undefined && operator === null) counter.count('operator-missing', operatorColumn, line);
  }

  return { read, findings: () => counter.findings() };
}

function readContent(dataset: Dataset, row: RawRow): Content | Fault {
  const { date, amount } = dataset;
  const dateText = date === undefined ? null : textOf(row, date.column);
  const happenedOn = date === undefined || dateText === null ? null : readDate(dateText, date.format);
  if (date !== undefined && dateText !== null && happenedOn === null) {
    const expected = expectedDate(date.format);
    return { reason: 'date-unreadable', detail: `“${date.column}”: ${quoted(dateText)} – ${expected}` };
  }
  const amountText = amount === undefined ? null : textOf(row, amount.column);
  const value = amountText === null ? null : readAmount(amountText);
  if (amount !== undefined && amountText !== null && value === null) {
    return { reason: 'amount-not-a-number', detail: `“${amount.column}”: ${quoted(amountText)} – ${NO_NUMBER}` };
  }
  return {
    happenedOn,
    amount: value,
    operator: operatorOf(dataset, row),
    holder: nameOf(row, dataset.holder),
    category: textOf(row, dataset.category),
    where: readWhereabouts(dataset, row),
    fields: readFields(dataset, row),
  };
}

/** The system that whereabouts are in when they name none. */
const WGS84 = 'EPSG:4326';

function readWhereabouts({ place }: Dataset, row: RawRow): Whereabouts {
  const lng = textOf(row, place.coordinates?.lng);
  const lat = textOf(row, place.coordinates?.lat);
  const crs = place.coordinates?.crs ?? WGS84;
  return {
    lng,
    lat,
    ...(crs !== WGS84 && (lng !== null || lat !== null) && { crs }),
    areaCode: textOf(row, place.areaCode?.column),
    areaName: textOf(row, place.areaName?.column),
    parentName: textOf(row, place.areaName?.parentColumn),
    address: addressOf(row, place.address),
  };
}

/** An address out of its columns: Chinese parts run on, others are set off by commas. */
function addressOf(row: RawRow, address: Dataset['place']['address']): string | null {
  const first = textOf(row, address?.column);
  if (address?.more === undefined) return first;
  const parts = [first, ...address.more.map((column) => textOf(row, column))].filter((part) => part !== null);
  return parts.join(', ').replace(/(?<=\p{Script=Han}), (?=[\p{Script=Han}\d])/gu, '') || null;
}

function readFields(dataset: Dataset, row: RawRow): Entry['fields'] {
  const fields: Record<string, string | number | boolean> = {};
  for (const { id, column, type } of dataset.fields) {
    const text = id === AGENT_FIELD ? agentOf(dataset, row, column) : textOf(row, column);
    if (text !== null) fields[id] = readField(text, type);
  }
  return fields;
}

function textOf(row: RawRow, column: string | undefined): string | null {
  if (column === undefined) return null;
  return row.fields[column]?.trim() || null;
}

function nameOf(row: RawRow, column: string | undefined): string | null {
  const text = textOf(row, column);
  return text === null ? null : cleanName(text) || null;
}

function operatorOf({ operator, operatorForm }: Dataset, row: RawRow): string | null {
  const name = nameOf(row, operator);
  return name === null || operatorForm === undefined ? name : splitAgent(name).company || null;
}

/** The agent's part of an operator's column; any other column is what it is. */
function agentOf({ operator, operatorForm }: Dataset, row: RawRow, column: string): string | null {
  if (operatorForm === undefined || column !== operator) return textOf(row, column);
  const name = nameOf(row, operator);
  return name === null ? null : splitAgent(name).agent;
}

function reject({ line, text }: RawRow, { reason, detail }: Fault): Rejection {
  return { line, reason, detail, text };
}

function keyMissing(column: string): Fault {
  const detail = sentence(`键列“${column}”是空的`, `The key column “${column}” is empty`);
  return { reason: 'key-missing', detail };
}

function keyRepeated(key: string, earlier: number): Fault {
  const zh = `键 ${quoted(key)} 在第 ${earlier} 行已经出现，内容不同；两行只能保留一行`;
  const en = `The key ${quoted(key)} stood on line ${earlier} already with other contents; only one can be kept`;
  return { reason: 'key-repeated', detail: sentence(zh, en) };
}

const NO_NUMBER = sentence('不是数字，应写成 1234.50 或 1,234.50', 'not a number: 1234.50 or 1,234.50 was expected');
