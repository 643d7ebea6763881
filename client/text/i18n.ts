import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { LANGUAGE_TAGS, type Language, rememberedLanguage, rememberLanguage } from './language.ts';
import { zh } from './zh.ts';

/** Starts the texts in the remembered language and keeps `html lang` in step. */
export function startTexts(): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = LANGUAGE_TAGS[language as Language];
  });
  void i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: rememberedLanguage(),
    fallbackLng: 'zh',
    // Texts are shown by React, which escapes; keys are flat and contain dots.
    interpolation: { escapeValue: false },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
  });
}

/** Changes the language and remembers it. */
export function chooseLanguage(language: Language): void {
  rememberLanguage(language);
  void i18next.changeLanguage(language);
}
