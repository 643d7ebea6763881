const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/**
 * A name as it is counted under: full-width letters made half-width (NFKC), invisible characters dropped, white space trimmed and
 * collapsed. Names that differ in more than that stay apart: whether 范某 and 范某某 are one person is not for a reader of files to say.
 */
export function cleanName(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}
