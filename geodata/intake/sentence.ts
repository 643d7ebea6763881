import { shorten } from './shorten.ts';

/**
 * One sentence in both languages of the interface. What is stored with a row is read by people who may use either, and
 * nobody knows yet who.
 */
export function sentence(zh: string, en: string): string {
  return `${zh} / ${en}`;
}

/** A value as it is quoted in a sentence: shortened, so that one long cell does not bury the message. */
export function quoted(value: string): string {
  return `“${shorten(value, 80)}”`;
}
