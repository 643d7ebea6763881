import { isIP } from 'node:net';
import type { Request } from 'express';

/**
 * Whom a request is counted against: an IPv4 address, or the network of 64 bits that an IPv6 customer has to themselves. Express
 * takes X-Forwarded-For from trusted proxies only; what such a proxy passes on unread is not believed to be an address.
 */
export function clientAddress({ ip, socket }: Pick<Request, 'ip' | 'socket'>): string {
  const told = ip !== undefined && isIP(ip) ? ip : socket.remoteAddress;
  if (told === undefined) return 'unknown';
  const address = told.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(address) === 6 ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
