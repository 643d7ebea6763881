import type { AuditEntry } from '../../geodata/model/trace.ts';

/** Columns of the export: field by field what the chain holds, so that a line can be found again in it. */
const COLUMNS: readonly (readonly [keyof AuditEntry, string])[] = [
  ['seq', '序号 seq'],
  ['at', '时间 UTC'],
  ['actorKind', '身份 kind'],
  ['actorId', '账号 account'],
  ['actorName', '姓名 name'],
  ['address', '地址 address'],
  ['requestId', '请求 request'],
  ['action', '操作 action'],
  ['subjectKind', '对象类别 subject kind'],
  ['subjectId', '对象 subject'],
  ['areaLevel', '区划级别 level'],
  ['areaCode', '区划 area'],
  ['purpose', '目的 purpose'],
  ['before', '之前 before'],
  ['after', '之后 after'],
  ['hash', '哈希 hash'],
];

export const AUDIT_HEADER = COLUMNS.map(([, title]) => title);

/** An entry as a row of a file, in the order of the titles. */
export const auditCells = (entry: AuditEntry): (string | number | null)[] =>
  COLUMNS.map(([field]) => {
    const value = entry[field];
    return value === null || typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
  });
