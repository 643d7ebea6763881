import type { Dataset } from '../model/dataset.ts';
import type { FieldChange } from '../model/import-api.ts';
import { maskRecord, type UnmaskedRecord } from './mask-record.ts';

/** What can be told of a record that was changed. */
export type RecordContent = Pick<
  UnmaskedRecord,
  'happenedOn' | 'amount' | 'operator' | 'holder' | 'category' | 'whereabouts' | 'fields'
>;

type Told = ReadonlyMap<string, FieldChange['before']>;

/** What stands for a secret value: that it changed may be known, what it says not. */
const SECRET = '***';

/** Which parts of a record differ, by their plain values, with both values as any reader may see them. */
export function changedFields(dataset: Dataset, before: RecordContent, after: RecordContent): FieldChange[] {
  const [plainBefore, plainAfter] = [plain(before), plain(after)];
  const [toldBefore, toldAfter] = [masked(dataset, before), masked(dataset, after)];
  const names = new Set([...plainBefore.keys(), ...plainAfter.keys()]);
  return [...names]
    .filter((name) => (plainBefore.get(name) ?? null) !== (plainAfter.get(name) ?? null))
    .map((name) => ({
      name,
      before: shown(name, plainBefore, toldBefore),
      after: shown(name, plainAfter, toldAfter),
    }));
}

function shown(name: string, plain: Told, told: Told): FieldChange['before'] {
  if ((plain.get(name) ?? null) === null) return null;
  return told.get(name) ?? SECRET;
}

function plain({ whereabouts, fields, ...content }: RecordContent): Told {
  return new Map<string, FieldChange['before']>([
    ...Object.entries(content),
    ...Object.entries(whereabouts),
    ...Object.entries(fields).map(([id, value]) => [`fields.${id}`, value] as const),
  ]);
}

function masked(dataset: Dataset, content: RecordContent): Told {
  const row = maskRecord(dataset, { ...NOBODY, ...content });
  const { address, ...open } = content.whereabouts;
  return new Map<string, FieldChange['before']>([
    ...(['happenedOn', 'amount', 'operator', 'holder', 'category'] as const).map((name) => [name, row[name]] as const),
    ...Object.entries(open),
    ...(address ? [['address', row.address] as const] : []),
    ...Object.entries(row.fields).map(([id, value]) => [`fields.${id}`, value] as const),
  ]);
}

/** The parts of a record that are not its content. */
const NOBODY = {
  id: 0,
  key: '',
  operatorId: null,
  countsAs: null,
  grade: null,
  score: null,
  lng: null,
  lat: null,
  cell: null,
  fileName: '',
  line: 0,
} as const;
