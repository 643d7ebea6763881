import { addressKey } from '../../geodata/geocode/address-key.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { openTable } from '../../geodata/intake/open-table.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { RawRow } from '../../geodata/model/record.ts';
import { DECISION_OUTCOMES } from '../../geodata/model/review-api.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import { type DecidedBy, decideAddress, type Verdict } from './decide-address.ts';
import { findDecision } from './find-decision.ts';
import { type Asked, readVerdict } from './read-verdict.ts';

/** What became of a file of decisions: read = decided + unchanged + rejected, always. */
export interface DecisionsReport {
  readonly read: number;
  readonly decided: number;
  /** Decided alike already. */
  readonly unchanged: number;
  readonly rejected: readonly { readonly line: number; readonly detail: string }[];
  /** Records that have another place now. */
  readonly moved: number;
}

const BATCH = 500;

/** Takes decisions from a file that `exportDecisions` made, here or elsewhere, each in a transaction of its own: again changes nothing. */
export async function importDecisions(
  db: Database,
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
  decidedBy: DecidedBy,
): Promise<DecisionsReport> {
  const { columns, rows } = await openTable(file, { batch: BATCH });
  const missing = ['county_code', 'address', 'outcome'].filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new IntakeError(sentence(`缺少列：${missing.join('、')}`, `columns are missing: ${missing.join(', ')}`));
  }
  const report = { read: 0, decided: 0, unchanged: 0, rejected: [] as { line: number; detail: string }[], moved: 0 };
  for await (const batch of rows) {
    for (const row of batch) {
      report.read += 1;
      try {
        if ('reason' in row) throw new Problem(400, row.detail);
        const moved = await take(db, row, decidedBy);
        if (moved === null) report.unchanged += 1;
        else report.decided += 1;
        report.moved += moved ?? 0;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        report.rejected.push({ line: row.line, detail: error.message });
      }
    }
  }
  return report;
}

/** How many records moved; null when it is decided alike already. Throws a Problem for a row that cannot be used. */
async function take(db: Database, { fields }: RawRow, decidedBy: DecidedBy): Promise<number | null> {
  const at = { countyCode: fields.county_code ?? '', address: addressKey(withoutGuard(fields.address ?? '')) };
  if (at.countyCode === '' || at.address === '') {
    throw new Problem(400, sentence('缺少县代码或地址', 'the county or the address is missing'));
  }
  const verdict = await readVerdict(db, at.address, askedOf(fields));
  const before = await findDecision(db, at);
  if (before && isAlike(before, verdict)) return null;
  return (await decideAddress(db, at, verdict, { ...decidedBy, everywhere: true })).moved;
}

/** The apostrophe with which exported texts are kept from being formulas. */
const withoutGuard = (text: string): string => text.replace(/^'(?=[=+\-@])/, '');

function askedOf(fields: RawRow['fields']): Asked {
  const outcome = DECISION_OUTCOMES.find((each) => each === fields.outcome);
  const alias = fields.alias ? { alias: fields.alias } : {};
  if (outcome === 'nowhere') return { nowhere: fields.reason ?? '' };
  if (outcome === 'area') return { area: { level: fields.level ?? '', code: fields.code ?? '' }, ...alias };
  const [lng, lat] = [Number(fields.lng || Number.NaN), Number(fields.lat || Number.NaN)];
  if (outcome === 'position' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return { position: [lng, lat], ...alias };
  throw new Problem(400, sentence('结论或位置无法读取', 'the outcome or its position cannot be read'));
}

function isAlike(
  before: { outcome: string; areaId: number | null; lng: number | null; lat: number | null; reason: string | null },
  { outcome, areaId, position, reason }: Verdict,
): boolean {
  const [lng, lat] = position ?? [null, null];
  return (
    before.outcome === outcome &&
    before.areaId === areaId &&
    before.lng === lng &&
    before.lat === lat &&
    before.reason === reason
  );
}
