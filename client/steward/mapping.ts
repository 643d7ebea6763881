import type { UploadPreview } from '../../geodata/model/api.ts';
import type { DateFormat } from '../../geodata/model/dataset.ts';
import type { TextKey } from '../text/use-text.ts';

export const PLACE_KINDS = ['coordinates', 'code', 'name', 'address'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What each column of a file is for, as the form holds it; the empty text is "not chosen". */
export interface Mapping {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  readonly operator: string;
  readonly holder: string;
  readonly category: string;
  readonly amount: string;
  readonly unit: string;
  readonly date: string;
  readonly dateFormat: DateFormat;
  readonly placeKind: PlaceKind;
  readonly lng: string;
  readonly lat: string;
  readonly crs: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly parentName: string;
  readonly address: string;
  readonly level: string;
  /** All columns: those without a role are kept as fields. */
  readonly columns: readonly string[];
}

/** The form at the start, with roles guessed from usual column names in both languages. */
export function startMapping({ columns }: Pick<UploadPreview, 'columns'>): Mapping {
  const guess = (pattern: RegExp) => columns.find((column) => pattern.test(column)) ?? '';
  const lng = guess(/^(lng|lon|long|longitude|x|经度)$/i);
  const areaCode = guess(/区划代码|村代码|area.?code|^zip/i);
  const address = guess(/地址|住址|address/i);
  return {
    id: '',
    title: '',
    key: guess(/^(id|编号|保单号|key|.*_id)$/i),
    operator: guess(/经办|销售员|代理|operator|seller|agent|contractor/i),
    holder: guess(/投保人|办理对象|户主|holder|payee|owner/i),
    category: guess(/险种|类别|种类|category|type/i),
    amount: guess(/金额|保费|amount|cost|price|premium/i),
    unit: '',
    date: guess(/日期|date/i),
    dateFormat: 'auto',
    placeKind: lng ? 'coordinates' : areaCode ? 'code' : address ? 'address' : 'name',
    lng,
    lat: guess(/^(lat|latitude|y|纬度)$/i),
    crs: 'EPSG:4326',
    areaCode,
    areaName: guess(/村名|区划名称|village|area.?name|location/i),
    parentName: '',
    address,
    level: '',
    columns,
  };
}

/** What has to be filled in before the dataset can be saved. */
export function missingParts(mapping: Mapping): TextKey[] {
  const needed: [boolean, TextKey][] = [
    [/^[a-z0-9][a-z0-9_-]*$/.test(mapping.id), 'map-columns.id'],
    [mapping.title.trim() !== '', 'map-columns.name'],
    ...PLACE_PARTS[mapping.placeKind].map(({ part, title }): [boolean, TextKey] => [mapping[part] !== '', title]),
  ];
  return needed.flatMap(([filled, key]) => (filled ? [] : [key]));
}

interface PlacePart {
  readonly part: 'lng' | 'lat' | 'crs' | 'areaCode' | 'areaName' | 'address' | 'level';
  readonly title: TextKey;
}

/** What each way of placing needs. */
export const PLACE_PARTS: Readonly<Record<PlaceKind, readonly PlacePart[]>> = {
  coordinates: [
    { part: 'lng', title: 'map-columns.lng' },
    { part: 'lat', title: 'map-columns.lat' },
    { part: 'crs', title: 'crs.declared' },
  ],
  code: [
    { part: 'areaCode', title: 'map-columns.code' },
    { part: 'level', title: 'map-columns.level' },
  ],
  name: [
    { part: 'areaName', title: 'map-columns.areaName' },
    { part: 'level', title: 'map-columns.level' },
  ],
  address: [{ part: 'address', title: 'map-columns.address' }],
};

/** The mapping as POST /api/datasets takes it: the same form as a mapping file. */
export function mappingRequest(mapping: Mapping): Record<string, unknown> {
  const { amount, unit, date, dateFormat, columns } = mapping;
  const roles = {
    ...(mapping.operator && { operator: mapping.operator }),
    ...(mapping.holder && { holder: mapping.holder }),
    ...(mapping.category && { category: mapping.category }),
    ...(amount && { amount: { field: amount, unit } }),
    ...(date && { date: { field: date, format: dateFormat } }),
  };
  const used = new Set([mapping.key, mapping.operator, mapping.holder, mapping.category, amount, date]);
  for (const part of ['lng', 'lat', 'areaCode', 'areaName', 'parentName', 'address'] as const) {
    if (isPlaced(mapping, part)) used.add(mapping[part]);
  }
  return {
    id: mapping.id,
    title: { zh: mapping.title.trim(), en: mapping.title.trim() },
    key: mapping.key === '' ? [] : [mapping.key],
    ...roles,
    place: placeRequest(mapping),
    fields: columns.filter((column) => column !== '' && !used.has(column)),
  };
}

function isPlaced(
  { placeKind }: Mapping,
  part: 'lng' | 'lat' | 'areaCode' | 'areaName' | 'parentName' | 'address',
): boolean {
  if (part === 'parentName') return placeKind === 'name';
  return PLACE_PARTS[placeKind].some((each) => each.part === part);
}

function placeRequest(mapping: Mapping): Record<string, unknown> {
  const { placeKind, lng, lat, crs, areaCode, areaName, parentName, address, level } = mapping;
  if (placeKind === 'coordinates') return { lng, lat, crs };
  if (placeKind === 'code') return { areaCode, level };
  if (placeKind === 'address') return { address };
  return { areaName, level, ...(parentName && { parent: parentName }) };
}
