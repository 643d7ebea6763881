import { useEffect, useEffectEvent } from 'react';

/** What a key does; keys are as `KeyboardEvent.key` has them, letters in lower case. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Keys that work wherever the focus is, but where text is typed and while something is open above the page. Enter belongs to the
 * button or link that has the focus.
 */
export function useShortcuts(shortcuts: Shortcuts, enabled: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const act = shortcuts[event.key.toLowerCase()];
    if (!act || isTyping(event.target) || (event.key === 'Enter' && isPressed(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    if (!enabled) return;
    // Before lists take letters for the beginning of a name that is looked for.
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, [enabled]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [role="dialog"], .popover') !== null;

const isPressed = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button:not(.map-pin), a, summary, canvas') !== null;
