import i18next from 'i18next';
import { en } from '../../client/text/en.ts';
import { formatIn } from '../../client/text/format.ts';
import type { Language } from '../../client/text/language.ts';
import type { Speech, Translate } from '../../client/text/use-text.ts';
import { zh } from '../../client/text/zh.ts';

/** Texts and numbers in a language, without a page. */
export function writingIn(language: Language): Speech {
  const texts = i18next.createInstance();
  void texts.init({
    lng: language,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
  });
  return { t: texts.t as unknown as Translate, format: formatIn(language), language, say: (pair) => pair[language] };
}
