import type { Request } from 'express';
import type { Visitor } from './sessions.ts';

/** Where a request comes from. An IPv6 address counts by its first 64 bits: a household is given that many to move about in. */
export function visitorOf(req: Request): Visitor {
  return { address: widen(req.ip ?? 'unknown'), userAgent: printable(req.get('user-agent') ?? '') };
}

export function widen(ip: string): string {
  const mapped = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!mapped.includes(':')) return mapped;
  const [head = '', tail] = (mapped.split('%')[0] as string).split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** What a stranger sends must not break a line of a log or a screen. */
const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?');
