import type { Response } from 'express';
import type { Actor, TraceEvent } from '../../geodata/model/trace.ts';

/** Who asks, from where, and why: the part of an entry that a request brings along. */
export type Origin = Pick<TraceEvent, 'actor' | 'address' | 'requestId' | 'purpose'>;

/** What the layers before a route have found out about a request; all of it is theirs, none of it the client's word. */
interface Found {
  readonly actor?: Actor;
  readonly requestId?: string;
  readonly purpose?: string;
}

/**
 * The origin of the request that is being answered; `actor` where it has only just become known who that is. Throws when nobody
 * said who is asking: nothing is done for nobody.
 */
export function originOf(res: Response, actor: Actor | undefined = (res.locals as Found).actor): Origin {
  const { requestId, purpose } = res.locals as Found;
  if (!actor) throw new Error(`the route ${res.req.path} was reached without an actor`);
  return { actor, address: plain(res.req.ip), requestId: requestId ?? null, purpose: purpose ?? null };
}

/** An IPv4 address that came through an IPv6 socket is written as people know it. */
const plain = (address: string | undefined): string | null => address?.replace(/^::ffff:(?=\d+\.)/, '') ?? null;
