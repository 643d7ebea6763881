import { useText } from '../text/use-text.ts';

/** Names with their counts; those that are zero are left out. */
export function CountList({ counts }: { counts: readonly (readonly [title: string, count: number])[] }) {
  const { format } = useText();
  return (
    <dl className="count-list">
      {counts
        .filter(([, count]) => count > 0)
        .map(([title, count]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="number">{format.count(count)}</dd>
          </div>
        ))}
    </dl>
  );
}
