import type { PublicArea } from '../../geodata/model/public-api.ts';
import { PlaceLink } from './place-link.tsx';
import { useWords } from './use-words.ts';

/** Every place under the one it belongs to, folded up. */
export function PlaceList({ areas }: { areas: readonly PublicArea[] }) {
  const { words } = useWords();
  const groups = new Map<string, PublicArea[]>();
  for (const area of areas) {
    const key = area.parent?.code ?? '';
    const group = groups.get(key);
    if (group) group.push(area);
    else groups.set(key, [area]);
  }
  return (
    <section className="place-list">
      <h2>{words.everyPlace}</h2>
      {[...groups].map(([key, members]) => (
        <details key={key} open={groups.size === 1}>
          <summary>
            {members[0]?.parent?.name ?? words.elsewhere} <small>{words.placesIn(members.length)}</small>
          </summary>
          <ul className="places">
            {members.map(({ code, name }) => (
              <li key={code}>
                <PlaceLink to={{ code, level: null }}>
                  <span>{name}</span>
                </PlaceLink>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
