import type { Command } from 'commander';
import type { ChainVerdict } from '../../geodata/model/trace.ts';
import { Problem } from '../problem.ts';
import { exportEntries } from '../trace/export-entries.ts';
import { momentOf } from '../trace/moment-of.ts';
import { type Anchors, readAnchors } from '../trace/read-anchors.ts';
import { verifyDatabase } from '../trace/verify-database.ts';
import { verifyFile } from '../trace/verify-file.ts';
import { UsageError } from './usage-error.ts';
import { printJson, say, withDatabase } from './with-database.ts';
import { withTrace } from './with-trace.ts';

export function addAudit(program: Command): void {
  const audit = program.command('audit').description('verify or export the audit log');

  audit
    .command('verify')
    .description('say whether every entry is as it was written; exit status 1 and the first broken one if not')
    .option('--file <file>', 'verify an exported file instead of the database')
    .option('--anchor <file>', 'the anchor file, or a copy kept elsewhere; for the database, the configured one')
    .option('--json', 'print what was found as JSON')
    .action(verify);

  audit
    .command('export')
    .description('write entries to a file that can be verified without the database')
    .requiredOption('--out <file>', 'the file, one entry in each line; must not exist')
    .option('--from <moment>', 'first day or moment, UTC')
    .option('--until <moment>', 'the day or moment after its last, UTC')
    .action(exportFile);

  for (const verb of audit.commands) verb.exitOverride();
}

interface VerifyOptions {
  readonly file?: string;
  readonly anchor?: string;
  readonly json?: true;
}

async function verify({ file, anchor, json }: VerifyOptions): Promise<void> {
  const given = anchor === undefined ? null : await mustRead(anchor);
  const verdict =
    file === undefined
      ? await withDatabase(async ({ db, config }) => {
          const anchors = given ?? (await readAnchors(config.auditAnchor));
          if (!anchors)
            say(`There is no anchor ${config.auditAnchor}: that nothing is missing at the end is not proven.`);
          return verifyDatabase(db, anchors);
        })
      : await verifyFile(file, given);
  if (json) await printJson(verdict);
  else console.log(describe(verdict));
  if (verdict.fault) process.exitCode = 1;
}

async function mustRead(path: string): Promise<Anchors> {
  const anchors = await readAnchors(path);
  if (!anchors?.last) throw new Problem(404, `The anchor ${path} is missing or remembers nothing.`);
  return anchors;
}

function describe({ checked, anchors, last, fault }: ChainVerdict): string {
  if (fault)
    return `Entry ${fault.seq} is broken (${fault.kind}): ${fault.detail}. ${checked} entries before it are whole.`;
  if (!last) return 'There are no entries.';
  return `${checked} entries are whole, ${anchors} of them anchored. The last is ${last.seq} of ${last.at}, hash ${last.hash}`;
}

async function exportFile({ out, from, until }: { out: string; from?: string; until?: string }): Promise<void> {
  const span = { from: moment('from', from) ?? '-infinity', until: moment('until', until) ?? 'infinity' };
  const written = await withTrace(async ({ db, trace, origin }) => {
    await trace.look({ ...origin, action: 'audit.export', after: { from, until, to: 'file' } });
    return exportEntries(db, out, span);
  });
  console.log(`${written.entries} entries in ${out}, SHA-256 ${written.sha256}`);
}

function moment(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const moment = momentOf(text);
  if (moment === null) throw new UsageError(`--${option} ${text} is neither a day nor a moment, such as 2026-03-01.`);
  return moment;
}
