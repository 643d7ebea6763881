import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { OnlineGeocoder } from '../../geodata/geocode/online-geocoder.ts';
import { readPosition } from '../../geodata/geocode/read-position.ts';
import { Problem } from '../problem.ts';

/** A result as Nominatim gives it with format=jsonv2: degrees as texts. */
const Answer = z.array(z.object({ lon: z.string(), lat: z.string() }));

export interface OnlineGeocoderOptions {
  readonly url: URL;
  /** Milliseconds from one question to the next; the public Nominatim asks for a second. */
  readonly pause?: number;
  /** Milliseconds after which a question is given up. */
  readonly timeout?: number;
}

/**
 * Asks a service that speaks as Nominatim does (`?q=…&format=jsonv2&limit=1`), one question after another. It follows no
 * redirect, so that addresses go to the host that was named and to no other. Throws a Problem (502) that never repeats
 * the address when there is no good answer.
 */
export function createOnlineGeocoder({ url, pause = 1_000, timeout = 10_000 }: OnlineGeocoderOptions): OnlineGeocoder {
  let turn: Promise<unknown> = Promise.resolve();

  async function ask(address: string) {
    const question = new URL(url);
    question.search = new URLSearchParams({ q: address, format: 'jsonv2', limit: '1' }).toString();
    const response = await fetch(question, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      headers: { accept: 'application/json', 'user-agent': 'Sunmap' },
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const [first] = Answer.parse(await response.json());
    const position = first === undefined ? null : readPosition(first.lon, first.lat);
    return typeof position === 'string' ? null : position;
  }

  return (address) => {
    const answer = turn.then(() => ask(address));
    turn = answer.catch(() => {}).then(() => setTimeout(pause));
    return answer.catch((cause: unknown) => {
      throw new Problem(502, `${url.host} 没有给出可用的回答。${url.host} gave no usable answer (${kindOf(cause)}).`);
    });
  };
}

const kindOf = (cause: unknown) =>
  cause instanceof z.ZodError ? 'not as Nominatim answers' : (cause as Error).message;
