import { LEVEL_TITLES } from '../../geodata/model/api.ts';
import type { Speech } from './use-text.ts';

/** The title of a level; levels that we do not know go by the name they were loaded with. */
export function levelTitle(level: string, { say }: Pick<Speech, 'say'>): string {
  const title = LEVEL_TITLES[level];
  return title ? say(title) : level;
}

/** A level within a sentence: 3 个村, 3 villages. */
export function levelNoun(level: string, count: number, speech: Pick<Speech, 'say' | 'language'>): string {
  const title = levelTitle(level, speech).replace(/（.*）/, '');
  if (speech.language === 'zh') return title;
  const noun = title.toLowerCase();
  return count === 1 ? noun : noun.replace(/y$/, 'ie').concat('s');
}
