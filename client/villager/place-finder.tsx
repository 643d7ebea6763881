import { useDeferredValue, useId, useState } from 'react';
import { levelTitle } from '../text/level-noun.ts';
import { PlaceLink } from './place-link.tsx';
import { useAnswer } from './use-answer.ts';
import { useWords } from './use-words.ts';

/** Finds places by name, pinyin or code while one types. */
export function PlaceFinder({ usual }: { usual: string }) {
  const { words, say } = useWords();
  const [text, setText] = useState('');
  const id = useId();
  const asked = useDeferredValue(text.trim().slice(0, 50));
  const { body } = useAnswer('/api/search', asked === '' ? null : { q: asked });
  const hits = asked === '' ? null : body;
  return (
    <search>
      <form className="finder" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor={id}>{words.search}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder={words.searchHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p role="status" className="quiet">
          {hits && (hits.length === 0 ? words.foundNone : words.found(hits.length))}
        </p>
        {hits && hits.length > 0 && (
          <ul className="places">
            {hits.map(({ level, code, name, parentName }) => (
              <li key={`${level} ${code}`}>
                <PlaceLink to={{ code, level: level === usual ? null : level }}>
                  <span>{name}</span>
                  <small>{[parentName, levelTitle(level, { say })].filter(Boolean).join(' · ')}</small>
                </PlaceLink>
              </li>
            ))}
          </ul>
        )}
      </form>
    </search>
  );
}
