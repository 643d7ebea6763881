import { splitDifference } from './split-difference.ts';

/** A name with the part marked that another name writes differently. */
export function MarkedName({ name, other }: { name: string; other: string }) {
  const { before, differing, after } = splitDifference(name, other);
  return (
    <bdi className="operator-name">
      {before}
      {differing !== '' && <mark>{differing}</mark>}
      {after}
    </bdi>
  );
}
