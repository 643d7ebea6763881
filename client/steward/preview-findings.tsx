import type { PreviewFinding } from '../../geodata/model/preview.ts';
import { useText } from '../text/use-text.ts';

/** What looks wrong, the gravest first; each with how grave in a word, not by colour alone. */
export function PreviewFindings({ findings }: { findings: readonly PreviewFinding[] }) {
  const { t, say } = useText();
  return (
    <section className="preview-part" aria-labelledby="preview-findings">
      <h3 id="preview-findings">{t('preview.findings')}</h3>
      {findings.length === 0 && <p className="quiet">{t('preview.findingsNone')}</p>}
      <ul className="findings">
        {findings.map(({ id, severity, column, text }) => (
          <li key={`${id}:${column}`} className={`finding finding-${severity}`}>
            <strong>{t(`preview.severity.${severity}`)}</strong> <span>{say(text)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
