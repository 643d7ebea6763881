import { useEffect } from 'react';
import type { Notice } from '../../geodata/model/public-api.ts';
import { PlaceFinder } from './place-finder.tsx';
import { PlaceList } from './place-list.tsx';
import { SketchMap } from './sketch-map.tsx';
import { Statement } from './statement.tsx';
import { TryAgain } from './try-again.tsx';
import { useAnswer } from './use-answer.ts';
import { useWords } from './use-words.ts';
import { WhereAmI } from './where-am-i.tsx';

/** All places: to search, to read through, and, once these are there, as a map. */
export function HomePage({ notice, level }: { notice: Notice; level: string | null }) {
  const { words } = useWords();
  const areas = useAnswer('/api/areas', level === null ? null : { level });
  const drawn = notice.levels.find((each) => each.level === level && each.withBoundary > 0);
  useEffect(() => {
    document.title = words.title;
  }, [words]);
  if (level === null) {
    return (
      <>
        <p>{words.nothingYet}</p>
        <Statement notice={notice} />
      </>
    );
  }
  return (
    <div className="columns">
      <div>
        <PlaceFinder usual={level} />
        {drawn && <WhereAmI level={level} />}
        {areas.body ? <PlaceList areas={areas.body} /> : <TryAgain answer={areas} />}
        <Statement notice={notice} />
      </div>
      {areas.body && drawn && <SketchMap level={level} place={null} label={words.map} />}
    </div>
  );
}
