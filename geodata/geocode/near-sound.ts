/**
 * A syllable without tones as it is heard where dialects do not tell sounds apart: z and zh, c and ch, s and sh; n and l; an and
 * ang, en and eng, in and ing. zhang and zan become zan, nian and lian become lian.
 */
export function nearSoundOf(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=.)/, 'l')
    .replace(/([aei])ng$/, '$1n');
}
