import { z } from 'zod';
import { type Bilingual, DATE_FORMATS, type Dataset, DENOMINATORS } from '../model/dataset.ts';
import { AGENT_FIELD } from '../operators/agent-field.ts';
import { readPlaceRole } from './read-place-role.ts';

/** A mapping that cannot be used. The message says where the fault is and what to write instead, one line for each fault. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

const column = z.string('name a column of the file').trim().min(1, 'name a column of the file');
const text = z.string().trim().min(1, 'write at least one character');

const title = z
  .union([text, z.strictObject({ zh: text, en: text })], 'write a text, or { "zh": "…", "en": "…" }')
  .transform((value): Bilingual => (typeof value === 'string' ? { zh: value, en: value } : value));

const identifier = z
  .string('write a short name such as "flood-control"')
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'use small letters a-z, digits, - and _ (at most 64), e.g. "flood-control"');

const amount = z
  .union(
    [column, z.strictObject({ field: column, unit: z.string().trim().default('') })],
    'name a column, or write { "field": "cost", "unit": "元" }',
  )
  .transform((value) =>
    typeof value === 'string' ? { column: value, unit: '' } : { column: value.field, unit: value.unit },
  );

const dateFormat = z.enum(DATE_FORMATS, `choose one of ${DATE_FORMATS.join(', ')}`);
const date = z
  .union(
    [column, z.strictObject({ field: column, format: dateFormat.default('auto') })],
    `name a column, or write { "field": "completion_date", "format": "YYYY-MM-DD" } (${DATE_FORMATS.join(', ')})`,
  )
  .transform((value) =>
    typeof value === 'string'
      ? { column: value, format: 'auto' as const }
      : { column: value.field, format: value.format },
  );

const field = z
  .union(
    [
      column,
      z.strictObject({
        id: text,
        column: column.optional(),
        title: title.optional(),
        type: z.enum(['text', 'number', 'date', 'boolean']).default('text'),
        unit: text.optional(),
        sensitivity: z.literal([0, 1, 2, 3]).default(1),
      }),
    ],
    'name a column, or write { "id": "region", "column": "Region", "title": "…", "type": "text", "sensitivity": 1 }',
  )
  .transform((value) => {
    const given = typeof value === 'string' ? { id: value, type: 'text' as const, sensitivity: 1 as const } : value;
    const { id } = given;
    return { ...given, column: given.column ?? id, title: given.title ?? { zh: id, en: id } };
  })
  .refine(({ id }) => id !== '__proto__', 'choose another id');

const schema = z.strictObject({
  id: identifier,
  title: title.optional(),
  key: z.array(column, 'list the columns that name a record, e.g. ["project_id"], or leave it out').default([]),
  operator: column.optional(),
  operatorForm: z.literal('agent-company', 'write "agent-company", or leave it out').optional(),
  holder: column.optional(),
  category: column.optional(),
  amount: amount.optional(),
  date: date.optional(),
  place: z.unknown().transform(readPlaceRole),
  fields: z
    .array(field)
    .default([])
    .refine((fields) => new Set(fields.map(({ id }) => id)).size === fields.length, 'give each field an id of its own'),
  words: z.strictObject({ operator: title.optional(), holder: title.optional(), record: title.optional() }).optional(),
  setAside: z.strictObject({ categories: z.array(text).min(1), why: title }).optional(),
  coverage: z.strictObject({ denominator: z.enum(DENOMINATORS) }).optional(),
});

/**
 * Reads the mapping file that makes a user's table a dataset; its form is a contract with scripts and stays stable.
 * Throws a MappingError that names every fault.
 */
export function readMapping(json: unknown): Dataset {
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `- ${issue.path.join('.') || 'mapping'}: ${issue.message}`);
    throw new MappingError(`映射文件不能使用 / The mapping cannot be used:\n${faults.join('\n')}`);
  }
  const { data } = parsed;
  return withAgent(withoutUndefined({ ...data, title: data.title ?? { zh: data.id, en: data.id } }) as Dataset);
}

/** Of "Agent, COMPANY" the company is the operator; the agent, a person, is kept beside it. */
function withAgent(dataset: Dataset): Dataset {
  const { operator, operatorForm, fields } = dataset;
  if (operatorForm === undefined || operator === undefined || fields.some(({ id }) => id === AGENT_FIELD))
    return dataset;
  const title = { zh: '代理人', en: 'Agent' };
  return {
    ...dataset,
    fields: [...fields, { id: AGENT_FIELD, column: operator, title, type: 'text', sensitivity: 2 }],
  };
}

/** Optional parts that are absent are left out rather than undefined, at every depth. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutUndefined(part)]));
}
