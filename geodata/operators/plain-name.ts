const HAN = /\p{Script=Han}/u;

/**
 * A name without what nobody means: width (NFKC), case, accents of Latin letters, punctuation and white space; between Chinese
 * characters also single spaces. "&" and "+" are "and". Idempotent.
 */
export function plainName(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{Mn}+/gu, '')
    .normalize('NFC')
    // An apostrophe is part of its word: Tiny's is Tinys.
    .replace(/['’`´]/gu, '')
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return HAN.test(words) ? words.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') : words;
}
