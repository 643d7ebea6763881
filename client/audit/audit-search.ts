import { ACTIONS, type Action, type AuditQuery } from '../../geodata/model/trace.ts';

/** What is looked for, as it stands in the address bar. Days are those of the reader's clock; `until` is the last one wanted. */
export interface AuditSearch {
  readonly from: string;
  readonly until: string;
  readonly actor: string;
  readonly action: Action | '';
  readonly area: string;
  readonly text: string;
  readonly before: number | null;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads the address bar; what makes no sense there is left out. */
export function readAuditSearch(search: string): AuditSearch {
  const given = new URLSearchParams(search);
  const word = (name: string) => given.get(name)?.trim() ?? '';
  const day = (name: string) => (DAY.test(word(name)) && !Number.isNaN(Date.parse(word(name))) ? word(name) : '');
  const before = Number(given.get('before'));
  return {
    from: day('from'),
    until: day('until'),
    actor: word('actor'),
    action: ACTIONS.find((action) => action === word('action')) ?? '',
    area: word('area'),
    text: word('text'),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  };
}

/** The question to the server: days become moments, the last one included. */
export function auditQuery({ from, until, actor, action, area, text, before }: AuditSearch): AuditQuery {
  return {
    from: from ? startOf(from, 0) : undefined,
    until: until ? startOf(until, 1) : undefined,
    actor: actor || undefined,
    action: action || undefined,
    area: area || undefined,
    text: text || undefined,
    before: before ?? undefined,
  };
}

/** The same search as an address of this site. */
export function auditAddress(search: AuditSearch): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return given.length === 0 ? '/audit' : `/audit?${new URLSearchParams(given)}`;
}

function startOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
