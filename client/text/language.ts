const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The values of the lang attribute. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

const KEY = 'sunmap.language';

/** The language chosen before on this machine; Chinese otherwise. */
export function rememberedLanguage(): Language {
  try {
    return LANGUAGES.find((each) => each === localStorage.getItem(KEY)) ?? 'zh';
  } catch {
    // Storage may be forbidden; the page works without it.
    return 'zh';
  }
}

/** Keeps the choice, where the browser lets us. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // As above: not remembered, but still chosen.
  }
}
