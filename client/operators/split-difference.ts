/** A text in three parts: what it begins and ends with like another, and what stands between. */
export interface Difference {
  readonly before: string;
  readonly differing: string;
  readonly after: string;
}

/** Where a name differs from another: whole characters, so that a rare one is never cut in two. */
export function splitDifference(name: string, other: string): Difference {
  const [letters, others] = [[...name], [...other]];
  const most = Math.min(letters.length, others.length);
  let start = 0;
  while (start < most && letters[start] === others[start]) start += 1;
  let end = 0;
  while (end < most - start && letters.at(-1 - end) === others.at(-1 - end)) end += 1;
  return {
    before: letters.slice(0, start).join(''),
    differing: letters.slice(start, letters.length - end).join(''),
    after: letters.slice(letters.length - end).join(''),
  };
}
