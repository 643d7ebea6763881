import { useEffect } from 'react';
import { useText } from '../text/use-text.ts';

/** Names the page in the browser: what is shown, then the site. */
export function useTitle(...parts: readonly (string | null | undefined)[]): void {
  const { t } = useText();
  const title = [...parts.filter(Boolean), t('site.name')].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
