import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../geodata/model/dataset.ts';
import { type Format, formatIn } from './format.ts';
import type { Language } from './language.ts';
import type { zh } from './zh.ts';

type Singular<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
export type TextKey = Singular<keyof typeof zh>;

/** A text by its key, with values put in; `count` chooses between singular and plural in English. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

export interface Speech {
  readonly t: Translate;
  readonly format: Format;
  readonly language: Language;
  /** The text of a pair in the current language. */
  readonly say: (pair: Bilingual) => string;
}

/** Texts, numbers and pairs in the current language. */
export function useText(): Speech {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(
    () => ({ t: t as Translate, format: formatIn(language), language, say: (pair: Bilingual) => pair[language] }),
    [t, language],
  );
}
