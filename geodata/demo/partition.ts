import type { Mesh } from './mesh.ts';
import type { Point } from './plane.ts';

/** One part to be: where it should lie, how large compared with the others, and whether it may wander off to find room. */
export interface Seed {
  readonly at: Point;
  readonly size: number;
  readonly fixed: boolean;
}

const ROUNDS = 40;
/** After these rounds the seeds stay where they are and only the weights are adjusted. */
const WANDERING = 10;
const MEALS = 4;

/**
 * Divides the members (vertices that hang together) among the seeds so that every part hangs together too and is about as large
 * as asked: a power diagram whose weights are adjusted, with Lloyd's relaxation for the seeds that are not fixed. Returns the
 * seed's index for each member, in the order of `members`. Needs at least as many members as seeds.
 */
export function partition(mesh: Mesh, members: readonly number[], seeds: readonly Seed[]): Int32Array {
  if (members.length < seeds.length)
    throw new RangeError(`${seeds.length} parts do not fit on ${members.length} points.`);
  const total = members.reduce((sum, vertex) => sum + (mesh.mass[vertex] as number), 0);
  const sizes = seeds.reduce((sum, seed) => sum + seed.size, 0);
  const targets = seeds.map((seed) => (seed.size / sizes) * total);
  const sites: Site[] = seeds.map((seed) => ({ x: seed.at[0], y: seed.at[1], weight: 0 }));
  const labels = new Int32Array(members.length);
  for (let round = 0; round < ROUNDS; round++) {
    assign(mesh, members, sites, labels);
    if (round + 1 < ROUNDS)
      adjust(mesh, members, { targets, sites, labels, mayMove: seeds.map((seed) => !seed.fixed && round < WANDERING) });
  }
  const own = ownVertices(mesh, members, labels, sites);
  let parts = connected(mesh, members, labels, own);
  for (let meal = 0; meal < MEALS && feed(mesh, members, { parts, own, targets }); meal++) {
    parts = connected(mesh, members, parts, own);
  }
  return parts;
}

interface Site {
  x: number;
  y: number;
  /** Square kilometres that are taken off the squared distance. */
  weight: number;
}

function assign(mesh: Mesh, members: readonly number[], sites: readonly Site[], labels: Int32Array): void {
  for (let m = 0; m < members.length; m++) {
    const vertex = members[m] as number;
    const x = mesh.bentX[vertex] as number;
    const y = mesh.bentY[vertex] as number;
    let best = Number.POSITIVE_INFINITY;
    for (let s = 0; s < sites.length; s++) {
      const site = sites[s] as Site;
      const power = (x - site.x) ** 2 + (y - site.y) ** 2 - site.weight;
      if (power < best) {
        best = power;
        labels[m] = s;
      }
    }
  }
}

interface Division {
  readonly targets: readonly number[];
  readonly sites: readonly Site[];
  readonly labels: Int32Array;
  readonly mayMove: readonly boolean[];
}

function adjust(mesh: Mesh, members: readonly number[], { targets, sites, labels, mayMove }: Division): void {
  const mass = new Float64Array(sites.length);
  const sumX = new Float64Array(sites.length);
  const sumY = new Float64Array(sites.length);
  for (let m = 0; m < members.length; m++) {
    const vertex = members[m] as number;
    const s = labels[m] as number;
    const own = mesh.mass[vertex] as number;
    mass[s] = (mass[s] as number) + own;
    sumX[s] = (sumX[s] as number) + own * (mesh.bentX[vertex] as number);
    sumY[s] = (sumY[s] as number) + own * (mesh.bentY[vertex] as number);
  }
  for (const [s, site] of sites.entries()) {
    const got = mass[s] as number;
    const target = targets[s] as number;
    if (got < 0.2 * target) {
      // Crowded out: as strong at its own place as the strongest there, and by its whole size more.
      site.weight = strongest(sites, site) + target / Math.PI;
    } else {
      // The radius a part lacks or has too much of, squared: half a step at a time keeps the diagram from swinging.
      site.weight += (0.5 * (target - got)) / Math.PI;
    }
    if (got === 0 || !mayMove[s]) continue;
    site.x = (sumX[s] as number) / got;
    site.y = (sumY[s] as number) / got;
  }
}

function strongest(sites: readonly Site[], at: Site): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const { x, y, weight } of sites) most = Math.max(most, weight - (x - at.x) ** 2 - (y - at.y) ** 2);
  return most;
}

/** Keeps of each part what hangs together round its own vertex, and lets the parts grow into the rest. */
function connected(mesh: Mesh, members: readonly number[], labels: Int32Array, own: readonly number[]): Int32Array {
  const indexOf = new Map(members.map((vertex, m) => [vertex, m]));
  const result = new Int32Array(members.length).fill(-1);
  const queue = [...own];
  for (const [s, m] of queue.entries()) result[m] = s;
  const spread = (mayEnter: (m: number, label: number) => boolean, from: number[]) => {
    for (const m of from) {
      const vertex = members[m] as number;
      for (const next of mesh.neighbours.subarray(mesh.offsets[vertex], mesh.offsets[vertex + 1])) {
        const n = indexOf.get(next);
        if (n === undefined || result[n] !== -1 || !mayEnter(n, result[m] as number)) continue;
        result[n] = result[m] as number;
        from.push(n);
      }
    }
  };
  spread((m, label) => labels[m] === label, queue);
  spread(() => true, queue);
  return result;
}

interface Hunger {
  readonly parts: Int32Array;
  readonly own: readonly number[];
  readonly targets: readonly number[];
}

/** Parts that were left far too small take the ground nearest to them from their neighbours. Says whether any did. */
function feed(mesh: Mesh, members: readonly number[], { parts, own, targets }: Hunger): boolean {
  const massOf = (m: number) => mesh.mass[members[m] as number] as number;
  const mass = new Float64Array(own.length);
  for (const [m, s] of parts.entries()) mass[s] = (mass[s] as number) + massOf(m);
  const starved = own.flatMap((_, s) => ((mass[s] as number) < 0.4 * (targets[s] as number) ? [s] : []));
  const kept = new Set(own);
  for (const s of starved) {
    const vertex = members[own[s] as number] as number;
    const away = members.map((other) => distance(mesh, other, vertex));
    const nearest = Array.from(members.keys()).sort((a, b) => (away[a] as number) - (away[b] as number));
    for (const m of nearest) {
      if ((mass[s] as number) >= 0.7 * (targets[s] as number)) break;
      const donor = parts[m] as number;
      if (donor === s || kept.has(m) || (mass[donor] as number) < 0.3 * (targets[donor] as number)) continue;
      parts[m] = s;
      mass[s] = (mass[s] as number) + massOf(m);
      mass[donor] = (mass[donor] as number) - massOf(m);
    }
  }
  return starved.length > 0;
}

const distance = ({ bentX, bentY }: Mesh, a: number, b: number): number =>
  Math.hypot((bentX[a] as number) - (bentX[b] as number), (bentY[a] as number) - (bentY[b] as number));

/** For each part one vertex of its own: the member nearest to its site, of its label where there is one. */
function ownVertices(mesh: Mesh, members: readonly number[], labels: Int32Array, sites: readonly Site[]): number[] {
  const taken = new Set<number>();
  return sites.map((site, s) => {
    let best = -1;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (let m = 0; m < members.length; m++) {
      if (taken.has(m)) continue;
      const vertex = members[m] as number;
      const away = ((mesh.bentX[vertex] as number) - site.x) ** 2 + ((mesh.bentY[vertex] as number) - site.y) ** 2;
      const distance = away + (labels[m] === s ? 0 : 1e6);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = m;
      }
    }
    taken.add(best);
    return best;
  });
}
