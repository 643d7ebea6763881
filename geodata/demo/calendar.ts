import type { Random } from './random.ts';

/** The county's three years, as days since 2018-07-01. Day −90 is the first on which a permit may have been given. */
export const DAYS = 1096;
const EARLIEST_PERMIT = -90;
const START = Date.UTC(2018, 6, 1);
const MS_PER_DAY = 86_400_000;

/** The week of each Spring Festival: nobody builds and no office is open. */
const SPRING_FESTIVALS = ['2019-02-04', '2020-01-24', '2021-02-11'].map(dayOf);
const FESTIVAL_DAYS = 7;

/** Building is done in the dry seasons: 55 % of permits from March to May and from September to November, spring the busier. */
const BUILDING_MONTHS = [6, 6, 11, 12, 11, 8, 8, 8, 7, 7, 7, 9];
/** Rice is insured in June, wheat and rape in November. */
const SOWING_MONTHS = [1, 1, 3, 6, 18, 24, 6, 2, 3, 12, 18, 6];
const EVEN_MONTHS = new Array<number>(12).fill(1);

const DATES = Array.from(
  { length: DAYS - EARLIEST_PERMIT },
  (_, i) => new Date(START + (i + EARLIEST_PERMIT) * MS_PER_DAY),
);
const TEXTS = DATES.map((date) => date.toISOString().slice(0, 10));

/** ISO date of a day from EARLIEST_PERMIT up to DAYS − 1. */
export const dateText = (day: number): string => TEXTS[day - EARLIEST_PERMIT] as string;

export function dayOf(date: string): number {
  return Math.round((Date.parse(date) - START) / MS_PER_DAY);
}

/** Within the window and outside the Spring Festival weeks. */
export const isOfficeDay = (day: number): boolean => day >= 0 && day < DAYS && !isFestival(day);

const isFestival = (day: number): boolean =>
  SPRING_FESTIVALS.some((first) => day >= first && day < first + FESTIVAL_DAYS);

/** Draws days with the given weight for each month of the year, from `first` to the end of the window, never at Spring Festival. */
export interface Season {
  draw(random: Random): number;
}

export const buildingSeason = season(BUILDING_MONTHS, EARLIEST_PERMIT);
export const sowingSeason = season(SOWING_MONTHS, 0);
export const anySeason = season(EVEN_MONTHS, 0);

function season(months: readonly number[], first: number): Season {
  const days = Array.from({ length: DAYS - first }, (_, i) => i + first).filter((day) => !isFestival(day));
  const ends: number[] = [];
  let total = 0;
  for (const day of days) {
    total += months[(DATES[day - EARLIEST_PERMIT] as Date).getUTCMonth()] as number;
    ends.push(total);
  }
  return {
    draw(random) {
      const at = random.next() * total;
      let [low, high] = [0, ends.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] as number) > at) high = middle;
        else low = middle + 1;
      }
      return days[low] as number;
    },
  };
}
