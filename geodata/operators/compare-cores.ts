import { TRADES } from './company-words.ts';
import { editDistance } from './edit-distance.ts';

/** How two cores of company names are alike. `spacing`: they differ in spaces only; `word-order`: the same words; `spelling`: a letter or two. */
export type Likeness = 'spacing' | 'word-order' | 'spelling';

/** One letter may differ in seven, two in fourteen: Alcel and Alfel Construction are two companies, Toughbuilt and Toughbilt are one. */
const LETTERS_FOR_ONE = 7;
const LETTERS_FOR_TWO = 14;
/** Shorter words are initials and abbreviations: RG and RJ are two people. */
const WORD_LENGTH = 5;

/** A core taken apart once for many comparisons. */
export interface Core {
  readonly text: string;
  readonly compact: string;
  readonly words: readonly string[];
  /** The same words in alphabetical order. */
  readonly sorted: string;
  readonly numbers: string;
}

export function readCore(text: string): Core {
  const words = text.split(' ');
  return {
    text,
    compact: words.join(''),
    words,
    sorted: [...words].sort().join(' '),
    numbers: (text.match(/\p{N}+/gu) ?? []).join(' '),
  };
}

/**
 * How alike the cores of two companies are; null when they are not. Numbers must be the same (Homes 1 is not Homes 2), and a word
 * that differs must begin with the same letter. Symmetric.
 */
export function compareCores(left: Core, right: Core): Likeness | null {
  if (left.text === right.text || left.numbers !== right.numbers) return null;
  const [{ compact: a, words }, { compact: b, words: others }] = [left, right];
  if (a === b) return 'spacing';
  if (words.length !== others.length) return null;
  if (left.sorted === right.sorted) return turned(words, others) ? 'word-order' : null;
  if (Math.abs(a.length - b.length) > 2) return null;
  const differing = words.flatMap((word, i) => (word === others[i] ? [] : [[word, others[i] as string] as const]));
  if (!differing.every(([word, other]) => mayBeMisspelt(word, other))) return null;
  const inTrade = differing.some(([word, other]) => TRADES.has(word) || TRADES.has(other));
  const letters = inTrade ? Math.min(a.length, b.length) : Math.min(tellingLetters(words), tellingLetters(others));
  const most = letters >= LETTERS_FOR_TWO ? 2 : letters >= LETTERS_FOR_ONE ? 1 : 0;
  return most > 0 && editDistance(a, b, most) <= most ? 'spelling' : null;
}

/** A & G is not G & A: initials in another order are other people. */
const turned = (words: readonly string[], others: readonly string[]): boolean =>
  longer(words).join(' ') !== longer(others).join(' ');

const longer = (words: readonly string[]): string[] => words.filter((word) => word.length > 3);

const mayBeMisspelt = (word: string, other: string): boolean =>
  word.length >= WORD_LENGTH && other.length >= WORD_LENGTH && word[0] === other[0];

/** How many letters tell this company from others: what everybody in the trade is called tells nothing. */
const tellingLetters = (words: readonly string[]): number =>
  words.reduce((sum, word) => (TRADES.has(word) ? sum : sum + word.length), 0);
