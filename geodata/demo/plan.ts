import { DAYS } from './calendar.ts';

export const PAYMENTS = ['本人转账', '代收现金', '他人代付', '村集体垫付'] as const;
/** The index of 村集体垫付 in PAYMENTS. */
export const COLLECTIVE = 3;

/** What happened, before anybody writes it down: one record of one dataset. */
export interface Deal {
  /** Indexes of village and seller; the number of the household in its village. */
  readonly village: number;
  readonly seller: number;
  readonly household: number;
  /** Days since the window began. */
  readonly day: number;
  readonly permit: number;
  readonly signed: boolean;
  /** Index in PAYMENTS. */
  readonly payment: number;
}

/** All deals of a dataset, as columns: 15 bytes each, so that millions fit. */
export class Plan {
  readonly size: number;
  #filled = 0;
  readonly #village: Uint16Array;
  readonly #seller: Uint16Array;
  readonly #household: Uint32Array;
  readonly #day: Int16Array;
  readonly #permit: Int16Array;
  readonly #signed: Uint8Array;
  readonly #payment: Uint8Array;

  constructor(size: number) {
    this.size = size;
    this.#village = new Uint16Array(size);
    this.#seller = new Uint16Array(size);
    this.#household = new Uint32Array(size);
    this.#day = new Int16Array(size);
    this.#permit = new Int16Array(size);
    this.#signed = new Uint8Array(size);
    this.#payment = new Uint8Array(size);
  }

  add(deal: Deal): void {
    const i = this.#filled++;
    if (i >= this.size) throw new RangeError(`More deals than the ${this.size} that were planned.`);
    this.#village[i] = deal.village;
    this.#seller[i] = deal.seller;
    this.#household[i] = deal.household;
    this.#day[i] = deal.day;
    this.#permit[i] = deal.permit;
    this.#signed[i] = deal.signed ? 1 : 0;
    this.#payment[i] = deal.payment;
  }

  at(i: number): Deal {
    return {
      village: this.#village[i] as number,
      seller: this.#seller[i] as number,
      household: this.#household[i] as number,
      day: this.#day[i] as number,
      permit: this.#permit[i] as number,
      signed: this.#signed[i] === 1,
      payment: this.#payment[i] as number,
    };
  }

  /** The deals' indexes day by day, as an insurer would list them; within a day in the order in which they were added. */
  byDay(): Uint32Array {
    const starts = new Uint32Array(DAYS + 1);
    for (const day of this.#day) starts[day + 1] = (starts[day + 1] as number) + 1;
    for (let day = 0; day < DAYS; day++) starts[day + 1] = (starts[day + 1] as number) + (starts[day] as number);
    const order = new Uint32Array(this.size);
    for (const [i, day] of this.#day.entries()) {
      order[starts[day] as number] = i;
      starts[day] = (starts[day] as number) + 1;
    }
    return order;
  }
}
