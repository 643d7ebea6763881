import { useEffect } from 'react';

/** Single keys of a page, by the letter or name of the key; not while somebody types, nor on a control that has its own use for the key. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target, key } = event;
      if (
        target instanceof HTMLElement &&
        target.closest('input[type=text], textarea, select, [role=dialog], [role=alertdialog], [role=listbox]')
      )
        return;
      if (key === 'Enter' && target instanceof HTMLElement && target.closest('button, a')) return;
      const act = keys[key.length === 1 ? key.toLowerCase() : key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [keys]);
}
