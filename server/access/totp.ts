import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { base32 } from './base32.ts';

/** Seconds of one step; every authenticator assumes it. */
const STEP = 30;
/** A code may be one step early or late: clocks differ, and typing takes time. */
const DRIFT = 1;

/** 160 random bits, the length of RFC 4226 section 4. */
export const makeTotpSecret = (): Buffer => randomBytes(20);

/** RFC 4226: the code of a counter, `digits` decimal digits long. */
export function hotp(secret: Uint8Array, counter: number, digits = 6): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(message).digest();
  const offset = (mac[mac.length - 1] as number) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238: the number of the step that a time lies in. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP);

/**
 * The step whose code this is, at most one away from now and later than `lastStep`; null when it is none. The caller must use
 * the step up, so that a code that was seen over somebody's shoulder is worth nothing.
 */
export function findStep(secret: Uint8Array, code: string, { now, lastStep }: { now: Date; lastStep: number }) {
  const given = Buffer.from(code);
  let found: number | null = null;
  for (let step = stepAt(now) - DRIFT; step <= stepAt(now) + DRIFT; step += 1) {
    const right = Buffer.from(hotp(secret, step));
    if (given.length === right.length && timingSafeEqual(given, right) && step > lastStep) found ??= step;
  }
  return found;
}

/** What an authenticator reads as a QR code. */
export function otpauthUri(secret: Uint8Array, name: string): string {
  const label = `${encodeURIComponent('Sunmap 阳光图')}:${encodeURIComponent(name)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent('Sunmap 阳光图')}&algorithm=SHA1&digits=6&period=${STEP}`;
}
