import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitDifference } from '../../../client/operators/split-difference.ts';

const marked = (name: string, other: string) =>
  splitDifference(name, other)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join('');

test.each([
  ['E3 SERVICES, LLC', 'E3 SERVICES LLC', 'E3 SERVICES[,] LLC'],
  ['LEGACY LLC', 'Legacy, LLC', 'L[EGACY] LLC'],
  ['常熟建工有限责任公司', '常熟建工有限公司', '常熟建工有限[责任]公司'],
  ['TOUGHBILT', 'TOUGHBUILT', 'TOUGHBILT'],
  ['𠮷田', '𠮶田', '[𠮷]田'],
])('%s beside %s is marked %s', (name, other, expected) => expect(marked(name, other)).toBe(expected));

test('nothing of a name is lost, and what is not marked is in the other name in the same order', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 15 }), fc.string({ maxLength: 15 }), (name, other) => {
      const parts = splitDifference(name, other);
      expect(parts.map(({ text }) => text).join('')).toBe(name);
      let from = 0;
      for (const letter of parts.filter(({ differs }) => !differs).flatMap(({ text }) => [...text])) {
        const at = [...other].indexOf(letter, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
    }),
  ));
