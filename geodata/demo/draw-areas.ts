import type { MultiPolygon } from '../model/area.ts';
import type { VillageBook } from './books.ts';
import { joinAreas } from './borders.ts';
import type { CountyDivision } from './county-division.ts';
import type { DemoAreaProperties, DemoAreas, DemoCounty } from './demo-county.ts';
import type { DemoVillage } from './demo-village.ts';
import type { Land } from './land.ts';

const NOTE = '村界示意，界线与统计数字均为合成演示数据，不作为权属依据。Illustrative borders and synthetic figures.';

/** The three levels as GeoJSON. Villages tile their town and towns the county, sharing every vertex of a common border. */
export function drawAreas(
  county: CountyDivision,
  { villages, books, land }: { villages: readonly DemoVillage[]; books: readonly VillageBook[]; land: Land },
): DemoCounty['areas'] {
  const sums = (own: readonly DemoVillage[]) => ({
    households: own.reduce((sum, { index }) => sum + (books[index]?.households ?? 0), 0),
    rebuilt_houses: own.reduce((sum, { index }) => sum + (books[index]?.rebuilt ?? 0), 0),
  });
  const ofTown = county.towns.map((_, t) => villages.filter((village) => village.town === t));
  const villageEntries = villages.map((village) => ({
    code: village.code,
    name: village.name,
    parent: county.towns[village.town]?.code ?? null,
    ...sums([village]),
    aliases: aliasesOf(village),
  }));
  const townEntries = county.towns.map(({ code, name }, t) => ({
    ...{ code, name, parent: county.code, ...sums(ofTown[t] ?? []) },
    aliases: shortened(name, /(?:街道|镇|乡)$/),
  }));
  const countyEntry = {
    ...{ code: county.code, name: county.name, parent: null, ...sums(villages) },
    aliases: shortened(county.name, /(?:市|县|区)$/),
  };
  return {
    county: collect(
      [countyEntry],
      joinAreas(land.borders, () => 0),
    ),
    town: collect(
      townEntries,
      joinAreas(land.borders, (village) => villages[village]?.town ?? -1),
    ),
    village: collect(
      villageEntries,
      joinAreas(land.borders, (village) => village),
    ),
  };
}

function aliasesOf({ name, short, formerNames, hamlets }: DemoVillage): string {
  const aliases = new Set([short, ...formerNames, ...hamlets.map((hamlet) => hamlet.name)]);
  aliases.delete(name);
  return [...aliases].join(';');
}

function shortened(name: string, ending: RegExp): string {
  const short = name.replace(ending, '');
  return short.length >= 2 && short !== name ? short : '';
}

function collect(entries: readonly DemoAreaProperties[], shapes: ReadonlyMap<number, MultiPolygon>): DemoAreas {
  return {
    type: 'FeatureCollection',
    note: NOTE,
    features: entries.map((properties, i) => ({
      type: 'Feature',
      properties,
      geometry: shapes.get(i) ?? { type: 'MultiPolygon', coordinates: [] },
    })),
  };
}
