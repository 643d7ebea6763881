import { splitDifference } from './split-difference.ts';

/** A name with the parts marked that another name writes differently. */
export function MarkedName({ name, other }: { name: string; other: string }) {
  return (
    <bdi className="operator-name">
      {splitDifference(name, other).map(({ text, differs }, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name have no other order than their own.
        differs ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
      )}
    </bdi>
  );
}
