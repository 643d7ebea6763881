import { answerOf } from './answer.ts';
import { keepBooks } from './books.ts';
import { castRoles } from './cast.ts';
import { CHANGSHU } from './changshu.ts';
import type { CountyDivision } from './county-division.ts';
import type { DemoCounty } from './demo-county.ts';
import type { DemoVillage } from './demo-village.ts';
import { drawAreas } from './draw-areas.ts';
import { CROP_FORM, HOUSE_FORM, PROPERTY_FORM } from './forms.ts';
import { foundVillages } from './found-villages.ts';
import { type Land, layOut } from './land.ts';
import { hireOperators, type Operators } from './operators.ts';
import { planHouses } from './plan-houses.ts';
import { planCrops, planProperty } from './plan-others.ts';
import { placeSellers, type Sellers } from './sellers.ts';
import { nameVillages } from './village-name.ts';
import { writeFile } from './write-file.ts';

export type { DemoCounty } from './demo-county.ts';

/**
 * A synthetic county: real names and codes, everything else invented from the seed. Equal options give equal bytes. The land
 * depends on the county alone, so that counties of several seeds share one map. Throws a RangeError, in a sentence, when the
 * county has too few villages or the records are too few for the planted villages to lie among ordinary ones.
 */
export function makeCounty(options: { seed: number; records: number; county: CountyDivision }): DemoCounty {
  const { seed, records, county } = options;
  if (!Number.isInteger(records) || records < 1) throw new RangeError(`${records} is no number of records.`);
  const { land, villages } = settle(county);
  const cast = castRoles(county, villages, seed);
  const books = keepBooks(county, villages, { cast, records, seed });
  const hired = hireOperators(county, cast, seed);
  const sellers = placeSellers(villages, cast, hired, seed);
  const operators = county.code === CHANGSHU ? nameFan(hired, sellers, villages[cast.planted[0] as number]) : hired;
  const trade = { villages, books, cast, operators, sellers, seed };
  const register = {
    ...{ villages, seed, roles: cast.roles, plane: land.plane },
    townNames: county.towns.map((town) => town.name),
    sellerNames: operators.names,
  };
  return {
    areas: drawAreas(county, { villages, books, land }),
    files: [
      writeFile(HOUSE_FORM, planHouses(trade), register),
      writeFile(CROP_FORM, planCrops(trade), register),
      writeFile(PROPERTY_FORM, planProperty(trade), register),
    ],
    answerKey: { seed, county: county.code, records, ...answerOf(villages, trade) },
  };
}

interface Settlement {
  readonly land: Land;
  readonly villages: readonly DemoVillage[];
}

/** The land costs a second and is the same for every seed, so it is kept for as long as the division is. */
const settlements = new WeakMap<CountyDivision, Settlement>();

function settle(county: CountyDivision): Settlement {
  const known = settlements.get(county);
  if (known) return known;
  const names = nameVillages(county);
  const land = layOut(county, names);
  const settlement = { land, villages: foundVillages(county, names, land) };
  settlements.set(county, settlement);
  return settlement;
}

/** The seller of 罗墩村 is known from the published case as 范某. */
function nameFan(operators: Operators, sellers: Sellers, village: DemoVillage | undefined): Operators {
  const fan = village && sellers.plantedSeller(village);
  return { ...operators, names: operators.names.map((name, i) => (i === fan ? '范某' : name)) };
}
