import type { CrsProposal } from '../model/crs-api.ts';
import { statePlane } from './find-definition.ts';
import { surveyZones } from './gauss-kruger.ts';
import { knownSystem } from './known-systems.ts';
import type { Pair } from './sample.ts';

/** Pairs by which two hypotheses are found to be the same. */
const TOLD_BY = 20;
const MAP_SYSTEMS = ['EPSG:4326', 'GCJ-02', 'BD-09'];

/**
 * What the numbers could be: the declared system first, then by their size degrees (WGS84, GCJ-02, BD-09) or metres and feet
 * (zones of CGCS2000, UTM, Web Mercator, US State Plane), each also with the columns changed round; Chinese surveys write the
 * northing first. What leads to the same places as one before it is left out, as GCJ-02 outside mainland China.
 */
export function listHypotheses(pairs: readonly Pair[], declared: string): CrsProposal[] {
  const degrees = pairs.filter(({ x, y }) => Math.abs(x) <= 180 && Math.abs(y) <= 180).length * 2 > pairs.length;
  const guesses = (swapped: boolean) =>
    (degrees ? MAP_SYSTEMS : planes(pairs, swapped)).map((crs) => ({ crs, swapped }));
  const own = [false, true].map((swapped) => ({ crs: declared, swapped }));
  const seen = new Set<string>();
  return [...own, ...guesses(false), ...guesses(true)].filter((one, i) => {
    const places = placesOf(pairs, one);
    const isNew = places === '' ? i === 0 : !seen.has(places);
    seen.add(places);
    return isNew;
  });
}

/** Where a hypothesis leads the first pairs, to about ten metres; empty when nowhere. */
function placesOf(pairs: readonly Pair[], { crs, swapped }: CrsProposal): string {
  const { toWgs84 } = knownSystem(crs);
  const positions = pairs.slice(0, TOLD_BY).map(({ x, y }) => (swapped ? toWgs84(y, x) : toWgs84(x, y)));
  if (positions.every((position) => position === null)) return '';
  return positions.map((position) => position?.map((degrees) => degrees.toFixed(4)).join() ?? '-').join(' ');
}

function planes(pairs: readonly Pair[], swapped: boolean): string[] {
  const middle = pairs[Math.floor(pairs.length / 2)];
  const easting = middle === undefined ? 0 : swapped ? middle.y : middle.x;
  const utm = Array.from({ length: 120 }, (_, i) => (i < 60 ? 32_601 + i : 32_701 + i - 60));
  return [...surveyZones(easting), 3857, ...utm, ...statePlane().keys()].map((code) => `EPSG:${code}`);
}
