import { dateText } from './calendar.ts';
import type { DemoFile } from './demo-county.ts';
import type { DemoVillage } from './demo-village.ts';
import { householderOf } from './person-name.ts';
import { type Deal, PAYMENTS, type Plan } from './plan.ts';
import { Random } from './random.ts';
import { type Scenery, type WrittenPlace, writePlace } from './write-place.ts';

const ROWS_PER_PIECE = 1000;

/** A dataset's file: its columns, and what stands in them for one deal. No value may hold a comma, a quote or a line break. */
export interface Form {
  readonly datasetId: string;
  readonly fileName: string;
  /** The first letters of its policy numbers. */
  readonly prefix: string;
  readonly columns: readonly string[];
  row(entry: FormEntry, random: Random): readonly (string | number)[];
}

/** What every form needs of a deal, in words. */
interface FormEntry {
  readonly policy: string;
  readonly date: string;
  readonly permit: string;
  readonly seller: string;
  readonly household: string;
  readonly holder: string;
  readonly payment: string;
  readonly signed: boolean;
  readonly place: WrittenPlace;
}

export interface Register extends Scenery {
  readonly sellerNames: readonly string[];
  readonly seed: number;
}

/** The file of a plan, written afresh whenever its lines are asked for. */
export function writeFile(form: Form, plan: Plan, register: Register): DemoFile {
  return {
    datasetId: form.datasetId,
    fileName: form.fileName,
    records: plan.size,
    lines: () => pieces(form, plan, register),
  };
}

function* pieces(form: Form, plan: Plan, register: Register): Generator<string> {
  const random = Random.of(register.seed, 'file', form.datasetId);
  yield `${form.columns.join(',')}\n`;
  let rows = '';
  for (const [line, i] of plan.byDay().entries()) {
    const entry = describe(plan.at(i), line, { form, register, random });
    rows += `${form.row(entry, random).join(',')}\n`;
    if ((line + 1) % ROWS_PER_PIECE > 0) continue;
    yield rows;
    rows = '';
  }
  if (rows !== '') yield rows;
}

interface Desk {
  readonly form: Form;
  readonly register: Register;
  readonly random: Random;
}

function describe(deal: Deal, line: number, { form, register, random }: Desk): FormEntry {
  const village = register.villages[deal.village] as DemoVillage;
  const date = dateText(deal.day);
  return {
    policy: `${form.prefix}${date.replaceAll('-', '')}${String(line + 1).padStart(7, '0')}`,
    date,
    permit: dateText(deal.permit),
    seller: register.sellerNames[deal.seller] as string,
    household: `${village.code}${String(deal.household + 1).padStart(5, '0')}`,
    holder: householderOf(register.seed, deal.village, deal.household),
    payment: PAYMENTS[deal.payment] as string,
    signed: deal.signed,
    place: writePlace(register, deal, random),
  };
}
