import { createContext, useContext } from 'react';
import type { Bilingual } from '../../geodata/model/dataset.ts';
import type { Language } from '../text/language.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

const WORDS: Readonly<Record<Language, Words>> = { zh, en };

/** The language of the page. */
export const LanguageContext = createContext<Language>('zh');

export interface Spoken {
  readonly words: Words;
  readonly language: Language;
  /** The text of a pair in the current language. */
  readonly say: (pair: Bilingual) => string;
}

/** The texts in the current language. */
export function useWords(): Spoken {
  const language = useContext(LanguageContext);
  return { words: WORDS[language], language, say: (pair) => pair[language] };
}
