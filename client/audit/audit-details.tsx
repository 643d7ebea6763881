import type { AuditEntry, Json } from '../../geodata/model/trace.ts';
import { ABSENT } from '../text/format.ts';
import { useText } from '../text/use-text.ts';

/** Everything that one entry holds: why, what was before and after, and its place in the chain. */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const { t } = useText();
  const facts: readonly (readonly [string, string])[] = [
    [t('audit.utc'), entry.at],
    [t('audit.kind'), t(`audit.kind.${entry.actorKind}`)],
    [t('audit.account'), entry.actorId ?? ABSENT],
    [t('audit.request'), entry.requestId ?? ABSENT],
    [t('audit.purpose'), entry.purpose ?? ABSENT],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([title, fact]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <div className="report-columns">
        <Content title={t('audit.before')} value={entry.before} />
        <Content title={t('audit.after')} value={entry.after} />
      </div>
      <p className="quiet audit-hash">
        {entry.algorithm} {entry.hash}
      </p>
    </>
  );
}

/** As text: nothing that anybody typed is ever taken for anything else. */
function Content({ title, value }: { title: string; value: Json }) {
  if (value === null) return null;
  return (
    <div>
      <h3>{title}</h3>
      <pre className="audit-content">{JSON.stringify(value, null, 2)}</pre>
    </div>
  );
}
