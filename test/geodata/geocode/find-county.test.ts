import { createReadStream } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createCountyFinder } from '../../../geodata/geocode/find-county.ts';
import { openTable } from '../../../geodata/intake/open-table.ts';
import { readCounties } from '../../../server/demo/read-counties.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

const counties = await readCounties();
const find = createCountyFinder(counties);

function found(address: string): string {
  const outcome = find(address);
  return 'county' in outcome ? `${outcome.county.code} ${outcome.county.name}` : outcome.problem;
}

test.each([
  ['江苏省苏州市常熟市尚湖镇罗墩村12组', '320581 常熟市'],
  ['江苏常熟尚湖镇罗墩村', '320581 常熟市'],
  ['常熟市尚湖镇', '320581 常熟市'],
  ['浙江省杭州市西湖区文三路', '330106 西湖区'],
  ['杭州西湖区文三路', '330106 西湖区'],
  ['南昌市西湖区', '360103 西湖区'],
  ['上海市浦东新区世纪大道100号', '310115 浦东新区'],
  ['北京朝阳区望京街道', '110105 朝阳区'],
  ['上海市闸北区共和新路', '310106 静安区'],
  ['苏州市沧浪区十全街', '320508 姑苏区'],
  ['苏州市工业园区旺墩路', '320576 苏州工业园区'],
  ['贵州省务川仡佬族苗族自治县丰乐镇', '520326 务川仡佬族苗族自治县'],
  ['贵州务川丰乐镇', '520326 务川仡佬族苗族自治县'],
  ['广东省东莞市樟木头镇', '441900 东莞市'],
  ['Nanhai Road, Haimen City', '320614 海门区'],
  ['江蘇省常熟市', '320581 常熟市'],
])('%s is in %s', (address, county) => {
  expect(found(address)).toBe(county);
});

test.each([
  ['鼓楼区中山路1号', 'county-ambiguous'],
  ['江苏省鼓楼区中山路1号', 'county-ambiguous'],
  ['江苏省苏州市人民路1号', 'county-not-named'],
  ['人民路1号', 'county-not-named'],
  ['南京西路12号', 'county-not-named'],
  ['', 'county-not-named'],
])('%s is not guessed: %s', (address, problem) => {
  expect(found(address)).toBe(problem);
});

describe.runIf(hasSharedData)('2,735 real addresses of shops', async () => {
  const shops = hasSharedData ? await readShops() : [];
  const placed = shops.flatMap((shop) => {
    const outcome = find(shop.address);
    return 'county' in outcome ? [{ ...shop, county: outcome.county }] : [];
  });

  test('of those that name a county of the register, 97 of 100 are found', () => {
    expect(shops).toHaveLength(2559);
    const naming = shops.filter(({ street }) => NAMES_COUNTY.test(street.replace(ZONE, '')));
    const right = placed.filter(({ street }) => NAMES_COUNTY.test(street.replace(ZONE, '')));
    expect([naming.length, right.length]).toEqual([1950, 1905]);
  });

  test('of those found, 99 of 100 are in the province of their column and near the other shops of their county', () => {
    const province = placed.filter(({ county, state }) => county.code.startsWith(state));
    const near = placed.filter(({ county, lng, lat }) => {
      const others = placed.filter((other) => other.county === county);
      const middle = { lng: median(others.map((one) => one.lng)), lat: median(others.map((one) => one.lat)) };
      return kilometres({ lng, lat }, middle) < FAR;
    });
    expect([placed.length, province.length, near.length]).toEqual([2215, 2214, 2209]);
  });
});

/** A county is named by its ending; zones (开发区) are no counties. */
const NAMES_COUNTY = /\p{Script=Han}{2,}(?:区|县)/u;
const ZONE = /\p{Script=Han}*?(?:开发|高新|园|高新技术|产业|保税|住宅|商|小|社|城|步行|景|度假|新市|生活|校|厂)区/gu;
/** Kilometres; the largest counties with such shops are some sixty across. */
const FAR = 60;

interface Shop {
  readonly address: string;
  readonly street: string;
  readonly state: string;
  readonly lng: number;
  readonly lat: number;
}

/** Those of the provinces in the register: not of Hong Kong, Macau and Taiwan. */
async function readShops(): Promise<Shop[]> {
  const bytes = createReadStream(shared('records/china/starbucks_china_stores.csv'));
  const table = await openTable({ name: 'starbucks_china_stores.csv', bytes });
  const shops: Shop[] = [];
  for await (const batch of table.rows) {
    for (const row of batch) {
      if (!('fields' in row)) throw new Error(row.detail);
      const { City, Street_Address: street = '', State: state = '', Country, Longitude, Latitude } = row.fields;
      if (Country !== 'China' || ['91', '92', 'PEN'].includes(state)) continue;
      shops.push({ address: `${City} ${street}`, street, state, lng: Number(Longitude), lat: Number(Latitude) });
    }
  }
  return shops;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function kilometres(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  const east = (a.lng - b.lng) * 111.32 * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(east, (a.lat - b.lat) * 110.57);
}
