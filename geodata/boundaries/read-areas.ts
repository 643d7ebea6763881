import { IntakeError } from '../intake/intake-error.ts';
import { sentence } from '../intake/sentence.ts';
import type { AreaEntry, AreaRejection, Level } from '../model/area.ts';
import type { DenominatorId } from '../model/dataset.ts';
import { type Polygons, readPolygons } from './read-polygons.ts';
import { countOf, listOf, propertiesOf, textOf } from './read-property.ts';
import { repairBoundary } from './repair-boundary.ts';
import { requireDegrees } from './require-degrees.ts';
import { createSameArea } from './same-area.ts';
import { type ToWgs84, toWgs84 } from './to-wgs84.ts';

export interface ReadAreasOptions {
  readonly level: Level;
  readonly codeField: string;
  readonly nameField: string;
  readonly parentField?: string;
  readonly aliasesField?: string;
  readonly denominatorFields?: Readonly<Partial<Record<DenominatorId, string>>>;
  /** The system of the file's coordinates; nothing means degrees. See toWgs84. */
  readonly crs?: string | null;
}

export interface RejectedArea {
  readonly reason: AreaRejection;
  readonly detail: string;
  /** Which feature of the file, counting from 1. */
  readonly feature: number;
}

/** A feature that names an area, with the polygons of all features that turned out to be the same area. */
interface Draft {
  readonly feature: number;
  readonly code: string;
  readonly properties: Readonly<Record<string, unknown>>;
  polygons: Polygons | null;
  readonly joined: number[];
}

/**
 * The areas of a file, one outcome for each feature. Features with the same code whose texts all agree are parts of one area:
 * the first takes the polygons of the others and says so, and the others count as rejected (`code-repeated`), so that read =
 * stored + rejected holds; where the texts differ, nobody knows which is meant and the later one is rejected. An area without a
 * name goes by its code. Throws an IntakeError for a file in another coordinate system or without the declared fields.
 */
export function* readAreas(
  features: Iterable<unknown>,
  options: ReadAreasOptions,
): Generator<AreaEntry | RejectedArea> {
  const all = [...features];
  const convert = toWgs84(options.crs);
  if (!options.crs) requireDegrees(all);
  requireFields(all, options);
  const { codeField } = options;
  const drafting: Drafting = { drafts: new Map(), codeField, sameArea: createSameArea(all), convert };
  for (const [i, feature] of all.entries()) {
    const rejected = draft(feature, i + 1, drafting);
    if (rejected) yield rejected;
  }
  for (const one of drafting.drafts.values()) yield finish(one, options);
}

function requireFields(features: readonly unknown[], options: ReadAreasOptions): void {
  const present = new Set<string>();
  for (const feature of features) for (const field of Object.keys(propertiesOf(feature))) present.add(field);
  const { codeField, nameField, parentField, aliasesField, denominatorFields = {} } = options;
  const declared = [codeField, nameField, parentField, aliasesField, ...Object.values(denominatorFields)];
  const missing = declared.filter((field) => field !== undefined && !present.has(field));
  if (missing.length === 0 || features.length === 0) return;
  const [wanted, found] = [missing.join(', '), [...present].join(', ')];
  throw new IntakeError(
    sentence(`文件中没有字段 ${wanted}；有：${found}`, `The file has no field ${wanted}; it has ${found}`),
  );
}

interface Drafting {
  readonly drafts: Map<string, Draft>;
  readonly codeField: string;
  readonly sameArea: (a: Draft['properties'], b: Draft['properties']) => boolean;
  readonly convert: ToWgs84;
}

function draft(
  feature: unknown,
  number: number,
  { drafts, codeField, sameArea, convert }: Drafting,
): RejectedArea | null {
  const properties = propertiesOf(feature);
  const code = textOf(properties[codeField]);
  if (code === null) {
    const detail = sentence(`第 ${number} 个要素没有“${codeField}”`, `Feature ${number} has no “${codeField}”`);
    return { reason: 'code-missing', detail, feature: number };
  }
  const polygons = readPolygons((feature as { geometry?: unknown }).geometry, convert);
  if (polygons !== null && 'reason' in polygons) {
    return { reason: polygons.reason, detail: `${code}: ${polygons.detail}`, feature: number };
  }
  const first = drafts.get(code);
  if (first) return join(first, { polygons, feature: number }, sameArea(first.properties, properties));
  drafts.set(code, { feature: number, code, properties, polygons, joined: [] });
  return null;
}

function join(first: Draft, part: Pick<Draft, 'polygons' | 'feature'>, same: boolean): RejectedArea {
  const { code, feature } = first;
  const known = sentence(`代码 ${code} 已见于第 ${feature} 个要素`, `feature ${feature} already has the code ${code}`);
  if (!same) {
    const detail = `${known}; ${sentence('内容不同，未采用', 'its texts differ, so this one is left out')}`;
    return { reason: 'code-repeated', detail, feature: part.feature };
  }
  if (part.polygons) first.polygons = [...(first.polygons ?? []), ...part.polygons];
  first.joined.push(part.feature);
  const detail = `${known}; ${sentence('其边界已并入', 'its polygons were joined to that one')}`;
  return { reason: 'code-repeated', detail, feature: part.feature };
}

function finish(
  { feature, code, properties, polygons, joined }: Draft,
  options: ReadAreasOptions,
): AreaEntry | RejectedArea {
  const { boundary, repairs, fault } = repairBoundary(polygons ?? []);
  if (fault !== null) {
    const detail = `${code}: ${sentence('边界无法修复', 'the boundary is beyond repair')} (${fault})`;
    return { reason: 'boundary-beyond-repair', detail, feature };
  }
  const parts = joined.join(', ');
  const joining = joined.length > 0 ? [sentence(`并入第 ${parts} 个要素`, `joined with feature ${parts}`)] : [];
  const { nameField, parentField = '', aliasesField = '', denominatorFields = {} } = options;
  return {
    code,
    name: textOf(properties[nameField]) ?? code,
    parentCode: textOf(properties[parentField]),
    aliases: listOf(properties[aliasesField]),
    denominators: denominatorsOf(properties, denominatorFields),
    boundary,
    repairs: [...joining, ...repairs],
  };
}

function denominatorsOf(
  properties: Draft['properties'],
  fields: Readonly<Partial<Record<DenominatorId, string>>>,
): AreaEntry['denominators'] {
  const counts: Partial<Record<DenominatorId, number>> = {};
  for (const [id, field] of Object.entries(fields) as [DenominatorId, string][]) {
    const count = countOf(properties[field]);
    if (count !== null) counts[id] = count;
  }
  return counts;
}
