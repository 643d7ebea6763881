import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { describeFinding } from '../../geodata/intake/findings/describe-finding.ts';
import type { FilePreview, PreviewFinding } from '../../geodata/model/preview.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { foundBefore } from '../import/found-before.ts';
import { openPlacer } from '../import/open-placer.ts';
import { previewRecords, type Reading } from '../import/preview-records.ts';
import { ungzip } from '../import/ungzip.ts';
import { describePreview } from './describe-preview.ts';
import { addChoices, type ChoiceOptions, countOf, readChoices } from './table-choices.ts';
import { printJson, withDatabase } from './with-database.ts';

interface PreviewCommand extends ChoiceOptions {
  readonly dataset?: string;
  readonly sample?: number;
  readonly json?: true;
}

export function addPreview(program: Command): void {
  addChoices(program.command('preview'))
    .description('look at files of records before anything is stored: how they are read, and what looks wrong')
    .argument('<files...>', 'the files')
    .option(
      '--dataset <id>',
      'read them as this dataset: understand and place their rows; without it no database is needed',
    )
    .option('--sample <rows>', 'look at so many rows; 20,000 when left out', countOf('rows'))
    .option('--json', 'print what was found as JSON; of several files as a list')
    .action(preview);
}

async function preview(paths: string[], { dataset, json, sample, ...options }: PreviewCommand): Promise<void> {
  const choices = readChoices(options);
  const look = async (reading: Reading | null) => {
    const previews: FilePreview[] = [];
    for (const path of paths) {
      const file = createReadStream(path);
      previews.push(await previewRecords({ name: basename(path), bytes: ungzip(file) }, { choices, reading, sample }));
      file.destroy();
    }
    return previews;
  };
  const hashes = await Promise.all(paths.map(hashOf));
  const { previews, before } =
    dataset === undefined
      ? { previews: await look(null), before: [] }
      : await withDatabase(async ({ db }) => {
          const declared = await findDataset(db, dataset, EVERYTHING);
          const placeBatch = await openPlacer(db, declared.dataset);
          const before = await Promise.all(hashes.map((sha256) => foundBefore(db, EVERYTHING, sha256)));
          return { previews: await look({ dataset: declared.dataset, placeBatch }), before };
        });
  const results = previews.map((one, at) => {
    const about = [...(before[at] ?? []), ...repeatsOf(at, hashes, paths)];
    return { ...one, findings: [...about, ...one.findings] };
  });
  const [only] = results;
  if (json) await printJson(results.length === 1 && only ? scriptPreview(only) : results.map(scriptPreview));
  else for (const [at, one] of results.entries()) console.log(describePreview(basename(paths[at] ?? ''), one));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** A file that is the same, byte by byte, as one before it on the command line. */
function repeatsOf(at: number, hashes: readonly string[], paths: readonly string[]): PreviewFinding[] {
  const first = hashes.indexOf(hashes[at] as string);
  if (first === at) return [];
  const repeating = hashes.filter((hash, index) => hashes.indexOf(hash) < index).length;
  const examples = [{ line: null, value: `${basename(paths[at] ?? '')} = ${basename(paths[first] ?? '')}` }];
  const about = { severity: 'warning', column: null, count: repeating, of: paths.length, examples } as const;
  const found = { id: 'file-repeats-another', ...about } as const;
  return [{ ...found, text: describeFinding(found) }];
}

/** The stable part for scripts comes first; what is beside it may grow. */
const scriptPreview = ({
  format,
  encoding,
  delimiter,
  headerLine,
  columns,
  sample,
  firstRows,
  ...more
}: FilePreview) => ({
  format,
  encoding,
  delimiter,
  headerRow: headerLine,
  columns: columns.map(({ name, type, role, empty, distinct, examples, dateFormat }) => ({
    name,
    type,
    role,
    empty,
    distinct,
    examples,
    dateFormat,
  })),
  rows: sample.rows,
  sample,
  placed: more.placed,
  unplaced: more.unplaced,
  unplacedReasons: more.unplacedReasons,
  rejected: more.rejected,
  findings: more.findings,
  dataset: more.dataset,
  missing: more.missing,
  sheet: more.sheet,
  sheets: more.sheets,
  firstRows,
});
