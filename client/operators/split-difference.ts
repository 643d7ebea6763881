/** A part of a name, and whether another name writes it differently. */
export interface Part {
  readonly text: string;
  readonly differs: boolean;
}

/**
 * A name in parts that another name has too, in the same order, and parts that it has not (longest common subsequence). Whole
 * characters, so that a rare one is never cut in two.
 */
export function splitDifference(name: string, other: string): Part[] {
  const [letters, others] = [[...name], [...other]];
  const width = others.length + 1;
  const common = new Uint16Array((letters.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] as number;
  for (let i = letters.length - 1; i >= 0; i -= 1) {
    for (let j = others.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = letters[i] === others[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: Part[] = [];
  let j = 0;
  for (const [i, letter] of letters.entries()) {
    while (j < others.length && letter !== others[j] && at(i, j + 1) === at(i, j)) j += 1;
    const differs = letter !== others[j];
    if (!differs) j += 1;
    const last = parts.at(-1);
    if (last?.differs === differs) parts[parts.length - 1] = { text: last.text + letter, differs };
    else parts.push({ text: letter, differs });
  }
  return parts;
}
