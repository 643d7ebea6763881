import { drawSpelling, HOPELESS, type Residence, spell } from './address.ts';
import { dayOf } from './calendar.ts';
import type { Role } from './cast.ts';
import type { DemoVillage } from './demo-village.ts';
import { houseOf, positionOf } from './house.ts';
import type { Deal } from './plan.ts';
import type { Plane } from './plane.ts';
import type { Random } from './random.ts';

/** What stands in the three place columns. */
export interface WrittenPlace {
  readonly address: string;
  readonly lng: string;
  readonly lat: string;
}

/** Records with coordinates; those whose address leads to the house's natural village; those that name the village only. */
const LOCATED = 0.72;
const ADDRESSED = 0.9;
const VILLAGE_ONLY = 0.98;
/** When the merged villages changed their names. */
const MERGED_ON = dayOf('2019-07-01');

export interface Scenery {
  readonly townNames: readonly string[];
  readonly villages: readonly DemoVillage[];
  readonly roles: readonly Role[];
  readonly plane: Plane;
}

/** Writes down where a deal lies, as well or badly as clerks do. Planted villages are always written so that they can be found. */
export function writePlace({ villages, townNames, roles, plane }: Scenery, deal: Deal, random: Random): WrittenPlace {
  const village = villages[deal.village] as DemoVillage;
  const role = roles[village.index] as Role;
  const residence: Residence = {
    village,
    town: townNames[village.town] as string,
    house: houseOf(village, deal.household),
  };
  const u = random.next();
  const address = writeAddress(residence, { deal, role, random, u });
  if (u >= LOCATED) return { address, lng: '', lat: '' };
  const [lng, lat] =
    role === 'centred' ? plane.toPosition(...village.centre) : positionOf(village, deal.household, plane);
  return { address, lng: lng.toFixed(6), lat: lat.toFixed(6) };
}

interface Clerk {
  readonly deal: Deal;
  readonly role: Role;
  readonly random: Random;
  readonly u: number;
}

function writeAddress(residence: Residence, { deal, role, random, u }: Clerk): string {
  if (role === 'monopoly' || role === 'forced-sale') {
    return spell(random.next() < 0.85 ? 'full' : 'no-town', residence);
  }
  if (u >= VILLAGE_ONLY) return random.pick(HOPELESS);
  if (u >= ADDRESSED) return spell('village-only', residence);
  if (role === 'merged' && deal.day < MERGED_ON) return spell('former', residence);
  if (role === 'namesake') return spell('full', residence);
  return spell(drawSpelling(residence, random), residence);
}
