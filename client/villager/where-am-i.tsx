import { useState } from 'react';
import { loadSketch, placeAt } from './sketch.ts';
import { go } from './use-address.ts';
import { useWords } from './use-words.ts';

type State = 'idle' | 'locating' | 'notLocated' | 'notHere';

/** Opens the village in which the reader stands. Asks for the position when pressed, and compares it on this device. */
export function WhereAmI({ level }: { level: string }) {
  const { words } = useWords();
  const [state, setState] = useState<State>('idle');
  const find = async () => {
    setState('locating');
    try {
      const [{ coords }, sketch] = await Promise.all([locate(), loadSketch(level)]);
      const code = placeAt(sketch, [coords.longitude, coords.latitude]);
      setState(code === null ? 'notHere' : 'idle');
      if (code !== null) go({ code, level: null });
    } catch {
      setState('notLocated');
    }
  };
  return (
    <div className="where">
      <button type="button" onClick={find} disabled={state === 'locating'}>
        {words.whereAmI}
      </button>
      <p className="quiet">{words.whereAmINote}</p>
      <p role="status">{state !== 'idle' && words[state]}</p>
    </div>
  );
}

const locate = () =>
  new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 15_000, maximumAge: 60_000 }),
  );
