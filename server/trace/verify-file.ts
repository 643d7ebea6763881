import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type AuditEntry, type ChainVerdict, HASH_ALGORITHMS } from '../../geodata/model/trace.ts';
import { Problem } from '../problem.ts';
import type { Anchors } from './read-anchors.ts';
import { verifyChain } from './verify-chain.ts';

const text = z.string().nullable();

const Line = z.strictObject({
  seq: z.number().int().positive(),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
  actorKind: z.enum(['public', 'account', 'system']),
  actorId: text,
  actorName: z.string(),
  address: text,
  requestId: text,
  action: z.string(),
  subjectKind: text,
  subjectId: text,
  areaLevel: text,
  areaCode: text,
  purpose: text,
  before: z.json(),
  after: z.json(),
  algorithm: z.enum(HASH_ALGORITHMS),
  previousHash: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<AuditEntry>;

/**
 * Verifies an exported file by itself, and against an anchor when there is one. The file may begin and end anywhere in the
 * chain. Throws a 400 that names the line when one is no entry.
 */
export function verifyFile(path: string, anchors: Anchors | null): Promise<ChainVerdict> {
  return verifyChain(readLines(path), {
    after: null,
    anchors: anchors?.hashes ?? new Map(),
    end: async () => null,
  });
}

async function* readLines(path: string): AsyncGenerator<AuditEntry> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    yield parse(line, `line ${number} of ${path}`);
  }
}

function parse(line: string, where: string): AuditEntry {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    throw new Problem(400, `In ${where} there is no entry: the file was changed or cut off.`);
  }
}
