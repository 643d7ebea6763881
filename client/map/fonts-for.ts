import { useEffect, useState } from 'react';

/** The order of tokens.css: what the system has first, the font that we bring only where the system has none. */
export const FONT_STACK =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', 'Noto Sans SC Variable', sans-serif";

/**
 * True once this text can be drawn on a canvas. A canvas draws at once with what is there and never again, so a machine
 * without Chinese fonts would keep empty boxes: the text is laid out in the page first, which loads what is missing.
 */
export function useFontsFor(text: string): boolean {
  const [readyFor, setReadyFor] = useState<string | null>(null);
  useEffect(() => {
    if (text === '') return;
    const probe = document.createElement('div');
    probe.className = 'font-probe';
    probe.setAttribute('aria-hidden', 'true');
    probe.textContent = [...new Set(text)].join('');
    document.body.append(probe);
    // Layout starts the loading; `ready` resolves when it has ended, at once when there was nothing to load.
    probe.getBoundingClientRect();
    let current = true;
    void document.fonts.ready.then(() => {
      if (current) setReadyFor(text);
    });
    return () => {
      current = false;
      probe.remove();
    };
  }, [text]);
  return readyFor === text;
}
