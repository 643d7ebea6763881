import type { DemoVillage } from './demo-village.ts';
import type { House } from './house.ts';
import type { Random } from './random.ts';

/** The ways in which clerks write an address down. */
export type Spelling = 'full' | 'short-group' | 'former' | 'misspelt' | 'no-town' | 'hamlet-only' | 'village-only';

export interface Residence {
  readonly town: string;
  readonly village: DemoVillage;
  readonly house: House;
}

/** One address in one spelling; only spellings that `spellingsOf` allows lead back to the village. */
export function spell(spelling: Spelling, { town, village, house }: Residence): string {
  const { name, short, formerNames, misspelt } = village;
  const { group, number, hamlet } = house;
  const inTown = name.startsWith(town) ? '' : town;
  switch (spelling) {
    case 'full':
      return `${inTown}${name}(${group})${hamlet.name}${number}号`;
    case 'short-group':
      return `${short}${group}组${number}号`;
    case 'former':
      return `${inTown}${formerNames[group % formerNames.length]}${group}组${number}号`;
    case 'misspelt':
      return `${inTown}${misspelt}${name.slice(short.length)}${group}组${number}号`;
    case 'no-town':
      return `${name}(${group})${hamlet.name}${number}号`;
    case 'hamlet-only':
      return `${hamlet.name}${number}号`;
    case 'village-only':
      return `${inTown}${name}`;
  }
}

/** The spellings of a house that can be matched to its village and no other, besides the full one and the village alone. */
function spellingsOf({ village, house }: Residence): Spelling[] {
  const spellings: Spelling[] = [];
  if (village.shortIsUnique) spellings.push('short-group', 'no-town');
  if (village.formerNames.length > 0) spellings.push('former');
  if (village.misspelt !== null) spellings.push('misspelt');
  if (house.hamlet.nameIsUnique) spellings.push('hamlet-only');
  return spellings;
}

const SHARES: Readonly<Partial<Record<Spelling, number>>> = {
  'short-group': 0.17,
  'no-town': 0.17,
  former: 0.1,
  misspelt: 0.07,
  'hamlet-only': 0.06,
};

/** A spelling by lot; what a house does not allow falls to the full one. */
export function drawSpelling(residence: Residence, random: Random): Spelling {
  let u = random.next();
  for (const spelling of spellingsOf(residence)) {
    const share = SHARES[spelling] ?? 0;
    if (u < share) return spelling;
    u -= share;
  }
  return 'full';
}

/** What nobody can match to a village. */
export const HOPELESS = ['', '同身份证地址', '详见承保清单', '自建房未编门牌', '沿街商铺二楼', '本组宅基地'] as const;
