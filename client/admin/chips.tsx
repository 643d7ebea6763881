import { useText } from '../text/use-text.ts';

interface ChipsProps {
  readonly items: readonly { readonly id: string; readonly title: string }[];
  /** What an empty list means. */
  readonly none: string;
  readonly onRemove: (id: string) => void;
}

/** What was put in, each to be taken out again by its button. */
export function Chips({ items, none, onRemove }: ChipsProps) {
  const { t } = useText();
  if (items.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ul className="chips">
      {items.map(({ id, title }) => (
        <li key={id}>
          <button
            type="button"
            className="button chip-button"
            aria-label={t('admin.takeOut', { name: title })}
            onClick={() => onRemove(id)}
          >
            {title}
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M5 5l10 10M15 5L5 15" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
