import type { TextKey, Translate } from '../text/use-text.ts';

const TITLES = {
  happenedOn: 'changes.field.happenedOn',
  amount: 'changes.field.amount',
  operator: 'changes.field.operator',
  holder: 'changes.field.holder',
  category: 'changes.field.category',
  lng: 'changes.field.lng',
  lat: 'changes.field.lat',
  areaCode: 'changes.field.areaCode',
  areaName: 'changes.field.areaName',
  parentName: 'changes.field.parentName',
  address: 'changes.field.address',
} as const satisfies Record<string, TextKey>;

/** What a part of a record is called: its role, or the name of a kept column. */
export function fieldTitle(name: string, t: Translate): string {
  const title = Object.hasOwn(TITLES, name) ? TITLES[name as keyof typeof TITLES] : null;
  return title === null ? name.replace(/^fields\./, '') : t(title);
}
