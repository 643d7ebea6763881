import type { Grant, Grantable } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';
import { grantWords } from './scope-names.ts';

/** What a grant changes: how it is, and how it will be. Parts that stay are left out. */
export function GrantChanges({ before, after, known }: { before: Grant; after: Grant; known: Grantable | undefined }) {
  const speech = useText();
  const { t } = speech;
  const [was, becomes] = [grantWords(before, known, speech), grantWords(after, known, speech)];
  const parts = (['role', 'areas', 'datasets'] as const).filter((part) => was[part] !== becomes[part]);
  return (
    <table className="grant-changes">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('admin.before')}</th>
          <th scope="col">{t('admin.after')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part}>
            <th scope="row">{t(`account.${part}`)}</th>
            <td>{was[part]}</td>
            <td>
              <strong>{becomes[part]}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
