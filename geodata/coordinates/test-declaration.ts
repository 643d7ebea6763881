import { readCoordinate } from '../geocode/read-position.ts';
import type { CrsHypothesis, CrsProposal, CrsTest } from '../model/crs-api.ts';
import { countHits } from './count-hits.ts';
import { describeVerdict } from './describe-verdict.ts';
import { findWarnings } from './find-warnings.ts';
import { type Judgement, judgeHypotheses } from './judge-hypotheses.ts';
import { knownSystem } from './known-systems.ts';
import { listHypotheses } from './list-hypotheses.ts';
import type { DeclarationSample, Pair, TestLevel } from './sample.ts';

/** Pairs that hundreds of hypotheses are tried on; the likely ones are tested on all. */
const SCREENED = 200;
const SHOWN = 8;

const UNTESTED: Judgement = { verdict: 'untested', proposal: null, evidence: { by: 'inside', of: 0 }, best: [] };

/**
 * Tests a declared coordinate system against the loaded areas on a sample of rows, beside every other system that the numbers could be
 * in, and says what fits how often. It never claims more than the counts show, and it changes nothing. Throws an
 * IntakeError for a declared system that is not known.
 */
export function testDeclaration(sample: DeclarationSample): CrsTest {
  const declared = knownSystem(sample.declared).id;
  const pairs = sample.pairs.filter(({ lng, lat }) => lng !== null || lat !== null);
  const tested = readPairs(pairs);
  const asked = screen(tested, declared, sample.levels);
  const named = asked === null ? 0 : tested.filter((pair) => pair.named.some((id) => asked.level.ids.has(id))).length;
  const hypotheses = asked === null ? [] : asked.hypotheses.map((one) => describe(tested, one, asked.level));
  const [first, ...others] = hypotheses;
  const judgement = asked === null ? UNTESTED : judgeHypotheses(hypotheses, { tested: tested.length, named });
  const { by } = judgement.evidence;
  return {
    declared,
    pairs: pairs.length,
    tested: tested.length,
    level: asked?.level.level ?? null,
    named,
    hypotheses: first === undefined ? [] : [first, ...others.sort((a, b) => b[by] - a[by])].slice(0, SHOWN),
    verdict: judgement.verdict,
    proposal: judgement.proposal,
    summary: describeVerdict(judgement, first),
    warnings: findWarnings({ ...sample, pairs }),
  };
}

function readPairs(pairs: DeclarationSample['pairs']): Pair[] {
  return pairs.flatMap(({ lng, lat, named }) => {
    const [x, y] = [readCoordinate(lng), readCoordinate(lat)];
    return x === null || y === null || (x === 0 && y === 0) ? [] : [{ x, y, named }];
  });
}

/**
 * The declared hypothesis and those that find anything, with the finest level that does about as well as any: half of the
 * best is enough, since villages are rarely all there.
 */
function screen(
  pairs: readonly Pair[],
  declared: string,
  levels: readonly TestLevel[],
): { level: TestLevel; hypotheses: CrsProposal[] } | null {
  if (pairs.length === 0 || levels.length === 0) return null;
  const step = Math.max(1, Math.floor(pairs.length / SCREENED));
  const few = pairs.filter((_, i) => i % step === 0);
  const all = listHypotheses(few, declared);
  const finestFirst = [...levels].sort((a, b) => b.ids.size - a.ids.size);
  const tried = finestFirst.map((level) => {
    const found = all.map((one) => ({ one, inside: countHits(few, one, level).inside }));
    return { level, found, most: Math.max(...found.map(({ inside }) => inside)) };
  });
  const best = Math.max(...tried.map(({ most }) => most));
  const chosen = tried.find(({ most }) => most * 2 >= best);
  if (chosen === undefined) return null;
  const [first, ...others] = chosen.found;
  const likely = others.filter(({ inside }) => inside > 0).sort((a, b) => b.inside - a.inside);
  return { level: chosen.level, hypotheses: [first, ...likely.slice(0, SHOWN)].flatMap((found) => found?.one ?? []) };
}

function describe(pairs: readonly Pair[], one: CrsProposal, level: TestLevel): CrsHypothesis {
  const { title, note } = knownSystem(one.crs);
  return { ...one, title, note, ...countHits(pairs, one, level) };
}
