import type { CountyDivision } from './county-division.ts';
import type { DemoVillage, Hamlet } from './demo-village.ts';
import { homophoneOf, soundOf } from './homophone.ts';
import type { Land } from './land.ts';
import { estateNames, formerNames, hamletNames, type NameDeal } from './place-name.ts';
import { Random } from './random.ts';
import type { VillageName } from './village-name.ts';

const HAMLETS_PER_VILLAGE = [16, 34] as const;
const ESTATES_PER_COMMUNITY = [4, 9] as const;
const MERGED_SHARE = 0.25;
const LONGEST_HEARD = 3;
/** Houses of one row stand within this many kilometres of its middle. */
const WIDEST_HAMLET = 0.16;

/** Gives every village its natural villages, former names and misspelling. Depends on the division only. */
export function foundVillages(county: CountyDivision, names: readonly VillageName[], land: Land): DemoVillage[] {
  const random = Random.of(Number(county.code), 'villages');
  const parts = countParts([...names.map((village) => village.short), ...county.towns.map((town) => town.name)]);
  const isFree = (name: string) => !substrings(name).some((part) => part.length >= 2 && parts.has(part));
  const rows = hamletNames(random, isFree);
  const estates = estateNames(random, isFree);
  const former = formerNames(random, isFree);
  const sounds = names.map((village) => soundOf(village.short));
  const dealt = new Map<string, number>();

  const villages = names.map((village, index): DemoVillage => {
    const merged = village.rural && random.next() < MERGED_SHARE ? random.whole(1, 2) : 0;
    const own = land.vertices[index] ?? [];
    const hamlets = layHamlets(own, land, { village, deal: village.rural ? rows : estates, random });
    for (const { name } of hamlets) dealt.set(name, (dealt.get(name) ?? 0) + 1);
    return {
      ...village,
      index,
      formerNames: Array.from({ length: merged }, () => former.take()),
      misspelt: misspelling(names, sounds, index),
      shortIsUnique: parts.get(village.short) === 1,
      hamlets,
      centre: centreOf(own, land),
    };
  });
  const unique = (hamlet: Hamlet): Hamlet => ({ ...hamlet, nameIsUnique: dealt.get(hamlet.name) === 1 });
  return villages.map((village) => ({ ...village, hamlets: village.hamlets.map(unique) }));
}

interface Naming {
  readonly village: VillageName;
  readonly deal: NameDeal;
  readonly random: Random;
}

function layHamlets(own: readonly number[], land: Land, { village, deal, random }: Naming): Hamlet[] {
  const [fewest, most] = village.rural ? HAMLETS_PER_VILLAGE : ESTATES_PER_COMMUNITY;
  return Array.from({ length: random.whole(fewest, most) }, () => {
    const vertex = random.pick(own);
    return {
      name: deal.take(),
      nameIsUnique: false,
      x: land.mesh.x[vertex] as number,
      y: land.mesh.y[vertex] as number,
      radius: Math.min(WIDEST_HAMLET, 0.9 * (land.clearance[vertex] as number)),
      bearing: random.between(0, Math.PI),
    };
  });
}

/** A misspelling must lead back to this village and to no other of its town; long names are copied, not heard. */
function misspelling(names: readonly VillageName[], sounds: readonly string[], index: number): string | null {
  const village = names[index] as VillageName;
  const sound = sounds[index] as string;
  const alike = names.filter((other, i) => other.town === village.town && sound.includes(sounds[i] as string));
  const heard = alike.length === 1 && village.short.length <= LONGEST_HEARD ? homophoneOf(village.short) : null;
  return heard !== null && names.some((other) => other.short === heard) ? null : heard;
}

/** The vertex nearest to the middle of the village, so that it lies inside even where the middle does not. */
function centreOf(own: readonly number[], { mesh }: Land): [number, number] {
  const mean = (values: Float64Array) => own.reduce((sum, vertex) => sum + (values[vertex] as number), 0) / own.length;
  const [x, y] = [mean(mesh.x), mean(mesh.y)];
  const away = (vertex: number) => Math.hypot((mesh.x[vertex] as number) - x, (mesh.y[vertex] as number) - y);
  const nearest = own.reduce((best, vertex) => (away(vertex) < away(best) ? vertex : best));
  return [mesh.x[nearest] as number, mesh.y[nearest] as number];
}

/** In how many of the names each part of a name occurs. */
function countParts(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const part of new Set(substrings(name))) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

function substrings(text: string): string[] {
  const ends = Array.from({ length: text.length }, (_, i) => i + 1);
  return ends.flatMap((end) => ends.slice(0, end).map((start) => text.slice(start - 1, end)));
}
