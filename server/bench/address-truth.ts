import type { CountyDivision } from '../../geodata/demo/county-division.ts';
import { Random } from '../../geodata/demo/random.ts';
import { garble, NOISES, type Noise } from './address-noise.ts';
import { type Resident, settle } from './settle.ts';

/** The ways in which clerks write an address; the last two name no village that could be found. */
export const SPELLINGS = [
  'full',
  'town-hamlet',
  'short-group',
  'former',
  'no-town',
  'hamlet-only',
  'ambiguous',
  'hopeless',
] as const;
export type Spelling = (typeof SPELLINGS)[number];

export interface TrueAddress {
  readonly text: string;
  readonly spelling: Spelling;
  readonly noise: Noise;
  /** The code of the village; null where a careful person would not name one. */
  readonly village: string | null;
}

export interface AddressTruth {
  readonly addresses: readonly TrueAddress[];
  /** Former names and natural villages by the code of their village, as a county's gazetteer knows them. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

interface Order {
  readonly county: CountyDivision;
  /** Province and prefecture as written before the county: 江苏省苏州市. */
  readonly prefix: string;
  /** Another county, whose villages are to be refused. */
  readonly other: CountyDivision;
  readonly count: number;
  readonly seed: number;
}

/** Only a name beside its town bears a character that merely looks or nearly sounds right: without it, it may be another village. */
const NEEDS_TOWN: readonly Noise[] = ['near-homophone', 'look-alike'];
const HOPELESS = [
  '同身份证地址',
  '详见承保清单',
  '自建房未编门牌',
  '农贸市场对面',
  '沿街商铺二楼12号',
  '人民路88号',
  '中心小学东50米',
];

/**
 * Addresses whose villages are known because they were made from them: six spellings, each with every noise, and one of ten that
 * names no village or two. Shares nothing with the geocoder that it is a test of: neither its names nor its tables nor its rules.
 */
export function writeAddressTruth({ county, prefix, other, count, seed }: Order): AddressTruth {
  const random = Random.of(seed, 'addresses', county.code);
  const { residents, shared, aliases } = settle(county, random);
  const elsewhere = settle(other, Random.of(seed, 'elsewhere')).residents;
  const addresses: TrueAddress[] = [];
  while (addresses.length < count) {
    const spelling = drawSpelling(random);
    const written =
      spelling === 'hopeless'
        ? { text: writeHopeless({ county, other, elsewhere }, random), stem: '', village: null }
        : spelling === 'ambiguous'
          ? shared.length === 0
            ? null
            : { text: `${random.pick(shared)}${random.whole(1, 20)}组`, stem: '', village: null }
          : spell(spelling, random.pick(residents), `${prefix}${county.name}`, random);
    if (written === null) continue;
    const noise = random.next() < 0.4 ? 'none' : random.pick(NOISES);
    if (NEEDS_TOWN.includes(noise) && !(spelling === 'full' || spelling === 'town-hamlet')) continue;
    const text = garble(noise, written.text, written.stem, random);
    if (text === null || (text !== written.text && misleads(noise, text, written, residents))) continue;
    addresses.push({ text, spelling, noise, village: written.village });
  }
  return { addresses, aliases };
}

function drawSpelling(random: Random): Spelling {
  const u = random.next();
  if (u < 0.05) return 'hopeless';
  return u < 0.1 ? 'ambiguous' : random.pick(SPELLINGS.slice(0, 6));
}

interface Written {
  readonly text: string;
  /** The name in it that noise may garble; empty for none. */
  readonly stem: string;
  readonly village: string | null;
}

/** Null where the resident's address in that spelling would lead to more than one village. */
function spell(spelling: Spelling, resident: Resident, prefix: string, random: Random): Written | null {
  const { town, name, short, village, hamlets, former, uniqueInTown, uniqueInCounty } = resident;
  const group = random.whole(1, 30);
  const house = random.whole(1, 199);
  const one = random.pick(hamlets);
  const written = (text: string, stem: string) => ({ text, stem, village });
  switch (spelling) {
    case 'full': {
      const tail = random.pick([`${group}组${house}号`, `第${group}村民小组`, `${one.name}${house}号`, '']);
      return uniqueInTown ? written(`${prefix}${town}${name}${tail}`, short) : null;
    }
    case 'town-hamlet':
      return uniqueInTown ? written(`${town}${name}(${group})${one.name}${house}号`, short) : null;
    case 'short-group':
      return uniqueInCounty
        ? written(`${short}${random.pick([`${group}组${house}号`, `${group}-${house}`, chinese(group)])}`, short)
        : null;
    case 'former':
      return former === null ? null : written(`${town}${former}${group}组${house}号`, '');
    case 'no-town':
      return uniqueInCounty
        ? written(`${name}${random.pick([`${group}组`, `${one.name}${house}号`, ''])}`, short)
        : null;
    default:
      return one.unique ? written(`${one.name}${house}号`, '') : null;
  }
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const chinese = (number: number): string =>
  `${number < 10 ? '' : `${number < 20 ? '' : DIGITS[Math.floor(number / 10)]}十`}${DIGITS[number % 10]}组`;

interface Places {
  readonly county: CountyDivision;
  readonly other: CountyDivision;
  readonly elsewhere: readonly Resident[];
}

function writeHopeless({ county, other, elsewhere }: Places, random: Random): string {
  const resident = random.pick(elsewhere);
  const own = random.pick(county.towns).name;
  return random.pick([
    () => random.pick(HOPELESS),
    () => `${own}${random.pick(HOPELESS)}`,
    () => `${other.name}${resident.town}${resident.name}${random.whole(1, 20)}组`,
    () => own,
  ])();
}

/** Whether the garbled name is the name of another village, so that the address would rightly lead there, or to both. */
function misleads(noise: Noise, text: string, { stem, village }: Written, residents: readonly Resident[]): boolean {
  if (!['homophone', 'near-homophone', 'look-alike'].includes(noise)) return false;
  return residents.some((one) => one.village !== village && one.short !== stem && text.includes(one.short));
}
