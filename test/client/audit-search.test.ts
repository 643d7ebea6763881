import { expect, test } from 'vitest';
import { auditAddress, auditQuery, readAuditSearch } from '../../client/audit/audit-search.ts';

test('the search stands in the address and comes back from it', () => {
  const address = '/audit?from=2026-03-01&until=2026-03-02&actor=7&action=record.list&area=320581&text=a%26b&before=90';
  const search = readAuditSearch(address.slice('/audit'.length));
  expect(search).toMatchObject({ actor: '7', action: 'record.list', text: 'a&b', before: 90 });
  expect(readAuditSearch(auditAddress(search).slice('/audit'.length))).toEqual(search);
});

test('days are those of the reader’s clock, and the last one is included', () => {
  const { from, until } = auditQuery(readAuditSearch('?from=2026-03-01&until=2026-03-01'));
  expect(from).toBe(new Date(2026, 2, 1).toISOString());
  expect(until).toBe(new Date(2026, 2, 2).toISOString());
});

test('what makes no sense in the address is left out', () => {
  const search = readAuditSearch('?from=yesterday&until=2026-99-99&action=fly&before=-4&colour=red');
  expect(Object.values(auditQuery(search)).every((value) => value === undefined)).toBe(true);
  expect(auditAddress(search)).toBe('/audit');
});
