import { useMutation } from '@tanstack/react-query';
import type { LearntAlias } from '../../geodata/model/review-api.ts';
import { addressOf, ask } from '../data/api.ts';
import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { useText } from '../text/use-text.ts';
import { placeText } from './place-text.ts';

/** The names that people taught, each of which can be taken back. */
export function LearntAliases({ onForgotten }: { onForgotten: () => unknown }) {
  const { t, format } = useText();
  const learnt = useGet('/api/address/aliases', {});
  const forgetting = useMutation({
    mutationFn: ({ level, code, alias }: LearntAlias) =>
      ask('DELETE', addressOf('/api/address/alias', { level, code, alias })),
    onSuccess: onForgotten,
  });
  if (!learnt.data || learnt.data.length === 0) return null;
  return (
    <details className="learnt-aliases">
      <summary>
        {t('review.aliases')} {format.count(learnt.data.length)}
      </summary>
      {forgetting.error && <Failed error={forgetting.error} retry={forgetting.reset} />}
      <ul>
        {learnt.data.map((each) => (
          <li key={`${each.code} ${each.alias}`}>
            <span>
              {each.alias} → {placeText(each)} <small>{each.addedBy}</small>
            </span>
            <button type="button" className="button" onClick={() => forgetting.mutate(each)}>
              {t('review.forget')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
