import { useText } from '../text/use-text.ts';

/** Grey lines where text is about to be, of about its height, so that nothing jumps. */
export function Skeleton({ lines }: { lines: number }) {
  const { t } = useText();
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing else to tell them apart.
        <span key={index} className="skeleton-line" />
      ))}
    </div>
  );
}
