import { useEffect, useRef } from 'react';
import type { Notice } from '../../geodata/model/public-api.ts';
import { PlaceLink } from './place-link.tsx';
import { SketchMap } from './sketch-map.tsx';
import { Statement } from './statement.tsx';
import { TryAgain } from './try-again.tsx';
import { useAnswer } from './use-answer.ts';
import { useWords } from './use-words.ts';

interface PlacePageProps {
  readonly code: string;
  readonly level: string;
  /** The level that addresses leave out. */
  readonly usual: string | null;
  readonly notice: Notice;
}

/** One place: where it belongs, what lies beside it, and what is published about it. */
export function PlacePage({ code, level, usual, notice }: PlacePageProps) {
  const { words } = useWords();
  const answer = useAnswer('/api/place', { level, code });
  const heading = useRef<HTMLHeadingElement>(null);
  const { body } = answer;
  const name = body?.name ?? (answer.missing ? words.missing : words.title);
  useEffect(() => {
    document.title = `${name} · ${words.title}`;
  }, [name, words]);
  // Whoever follows a link with keyboard or screen reader goes on from the new heading.
  useEffect(() => heading.current?.focus(), []);
  const to = (code: string, level: string) => ({ code, level: level === usual ? null : level });
  return (
    <div className="columns">
      <div>
        <p>
          <PlaceLink to={{ code: null, level: null }}>← {words.back}</PlaceLink>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        {body === null && !answer.missing && <TryAgain answer={answer} />}
        {body && (
          <>
            <dl className="facts">
              <dt>{words.code}</dt>
              <dd className="number">{body.code}</dd>
              {body.parents.length > 0 && (
                <>
                  <dt>{words.partOf}</dt>
                  <dd>
                    {body.parents.map(({ level, code, name }) => (
                      <PlaceLink key={level} to={to(code, level)}>
                        {name}
                      </PlaceLink>
                    ))}
                  </dd>
                </>
              )}
            </dl>
            <h2>{words.beside}</h2>
            {body.neighbours.length === 0 ? (
              <p>{words.besideNone}</p>
            ) : (
              <ul className="places">
                {body.neighbours.map(({ code, name }) => (
                  <li key={code}>
                    <PlaceLink to={to(code, level)}>
                      <span>{name}</span>
                    </PlaceLink>
                  </li>
                ))}
              </ul>
            )}
            <Statement notice={notice} />
          </>
        )}
      </div>
      {body &&
        (body.bounds === null ? (
          <p className="quiet">{words.noBoundary}</p>
        ) : (
          <SketchMap
            level={level}
            place={{ ...body, bounds: body.bounds }}
            label={words.mapOf(body.name)}
            usual={usual}
          />
        ))}
    </div>
  );
}
