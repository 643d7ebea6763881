import type { DemoCounty } from '../../../geodata/demo/demo-county.ts';
import { groupBy, rowsOf, villageOf } from './demo-rows.ts';

/** What makes a village red, reckoned from the rows by the plainest means: the judge of the generator, not the product's code. */
export interface Verdict {
  readonly code: string;
  readonly judged: number;
  readonly top: string;
  readonly topRecords: number;
  readonly topHolders: number;
  readonly share: number;
  readonly wilsonLow: number;
  readonly townSellers: number;
  readonly coverage: number;
  /** The top seller's policies per household over the neighbours' median of all policies per household. */
  readonly neighbourRatio: number;
  readonly red: boolean;
}

export function findVerdicts(county: DemoCounty): Map<string, Verdict> {
  const features = county.areas.village.features;
  const households = new Map(features.map(({ properties }) => [properties.code, properties.households]));
  const neighbours = neighboursOf(county);
  const rows = rowsOf(county, 'house-insurance');
  const byVillage = groupBy(rows, villageOf);
  const byTown = groupBy(rows, (row) => villageOf(row).slice(0, 9));
  const rateOf = (code: string, records: number) => records / (households.get(code) as number);
  const verdicts = features.map(({ properties: { code, rebuilt_houses } }): Verdict => {
    const judged = (byVillage.get(code) ?? []).filter((row) => row.缴费方式 !== '村集体垫付');
    const sellers = [...groupBy(judged, (row) => row.销售员 as string)].sort((a, b) => b[1].length - a[1].length);
    const [top, own] = sellers[0] ?? ['', []];
    const share = judged.length === 0 ? 0 : own.length / judged.length;
    const topHolders = new Set(own.map((row) => row.户编号)).size;
    const townSellers = new Set((byTown.get(code.slice(0, 9)) ?? []).map((row) => row.销售员)).size;
    const around = [...(neighbours.get(code) ?? [])].map((other) => rateOf(other, byVillage.get(other)?.length ?? 0));
    const neighbourRatio = rateOf(code, own.length) / Math.max(1e-9, median(around));
    const coverage = topHolders / rebuilt_houses;
    const red = own.length >= 60 && share >= 0.6 && townSellers >= 3 && neighbourRatio >= 1 && coverage >= 0.8;
    const wilsonLow = wilson(own.length, judged.length);
    return {
      code,
      judged: judged.length,
      top,
      topRecords: own.length,
      topHolders,
      share,
      wilsonLow,
      townSellers,
      coverage,
      neighbourRatio,
      red,
    };
  });
  return new Map(verdicts.map((verdict) => [verdict.code, verdict]));
}

/** Villages that share at least one stretch of border, that is two vertices in a row. */
function neighboursOf(county: DemoCounty): Map<string, Set<string>> {
  const owners = new Map<string, string>();
  const result = new Map<string, Set<string>>();
  const meet = (a: string, b: string) => {
    result.set(a, (result.get(a) ?? new Set()).add(b));
    result.set(b, (result.get(b) ?? new Set()).add(a));
  };
  for (const { properties, geometry } of county.areas.village.features) {
    for (const ring of geometry.coordinates.flat()) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const side = [String(ring[i]), String(ring[i + 1])].sort().join(' ');
        const other = owners.get(side);
        if (other === undefined) owners.set(side, properties.code);
        else if (other !== properties.code) meet(other, properties.code);
      }
    }
  }
  return result;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** Lower end of the 95 % Wilson interval. */
function wilson(hits: number, n: number): number {
  if (n === 0) return 0;
  const z = 1.959964;
  const p = hits / n;
  const spread = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return (p + z ** 2 / (2 * n) - spread) / (1 + z ** 2 / n);
}
