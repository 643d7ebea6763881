import { createGazetteer } from '../../geodata/geocode/create-gazetteer.ts';
import { divisionAreas } from '../../geodata/geocode/division-areas.ts';
import { readDivisions } from '../demo/read-divisions.ts';
import { type AddressTruth, type TrueAddress, writeAddressTruth } from './address-truth.ts';
import { perSecond, row } from './figures.ts';

/** A county of the plain, a mountain county, districts of a city, pastures, and an oasis with long transliterated names. */
export const BENCH_COUNTIES = [
  { code: '320581', prefix: '江苏省苏州市', other: '320583' },
  { code: '520326', prefix: '贵州省遵义市', other: '520325' },
  { code: '310107', prefix: '上海市', other: '310106' },
  { code: '152222', prefix: '内蒙古自治区兴安盟', other: '152223' },
  { code: '653125', prefix: '新疆维吾尔自治区喀什地区', other: '653126' },
] as const;

interface Judged extends TrueAddress {
  readonly answer: string | null;
}

/** Addresses with known villages through the geocoder: how many it places, how many of those rightly, and how fast. */
export async function benchGeocode(count: number): Promise<void> {
  for (const { code, prefix, other } of BENCH_COUNTIES) {
    const county = await readDivisions(code);
    const truth = writeAddressTruth({ county, prefix, other: await readDivisions(other), count, seed: 7 });
    console.log(`Addresses of ${county.name} ${code}: ${count.toLocaleString('en')}`);
    const { judged, seconds } = judge(county, truth);
    tell('all', judged);
    for (const part of ['spelling', 'noise'] as const) {
      for (const name of new Set(judged.map((one) => one[part]))) {
        tell(
          `  ${part} ${name}`,
          judged.filter((one) => one[part] === name),
        );
      }
    }
    row('addresses on one core', perSecond(judged.length, seconds));
  }
}

export function judge(
  county: Parameters<typeof divisionAreas>[0],
  { addresses, aliases }: AddressTruth,
): { judged: Judged[]; seconds: number } {
  const areas = divisionAreas(county, aliases);
  const codes = new Map(areas.map(({ id, code }) => [id, code]));
  const gazetteer = createGazetteer(areas);
  const before = process.cpuUsage();
  const answers = addresses.map(({ text }) => gazetteer.locate(text).areaId);
  // Time of the processor, not of the clock: what else the machine does meanwhile does not count.
  const { user, system } = process.cpuUsage(before);
  const judged = addresses.map((address, i) => ({ ...address, answer: codes.get(answers[i] ?? 0) ?? null }));
  return { judged, seconds: (user + system) / 1e6 };
}

/** Precision: of those placed, how many rightly. Recall: of those that can be placed, how many rightly. */
export function rates(judged: readonly Judged[]): { placed: number; placeable: number; right: number } {
  const placed = judged.filter(({ answer }) => answer !== null);
  return {
    placed: placed.length,
    placeable: judged.filter(({ village }) => village !== null).length,
    right: placed.filter(({ answer, village }) => answer === village).length,
  };
}

function tell(title: string, judged: readonly Judged[]): void {
  const { placed, placeable, right } = rates(judged);
  const share = (part: number, whole: number) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(2)} %`);
  row(title, `${right} of ${placed}`, share(right, placed), `${right} of ${placeable}`, share(right, placeable));
}
