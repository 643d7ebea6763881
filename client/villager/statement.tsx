import type { Notice } from '../../geodata/model/public-api.ts';
import { useWords } from './use-words.ts';

/** What this page is for, and how much of it is there. */
export function Statement({ notice }: { notice: Notice }) {
  const { words } = useWords();
  return (
    <section className="statement">
      <h2>{words.statementTitle}</h2>
      {words.statement.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <strong>{words.released(notice.releases.length)}</strong>
      </p>
    </section>
  );
}
