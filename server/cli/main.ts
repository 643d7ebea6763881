import { Command, CommanderError } from 'commander';
import { MappingError } from '../../geodata/datasets/read-mapping.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { InUse } from '../db/lock.ts';
import { Problem } from '../problem.ts';
import { UsageError } from './usage-error.ts';

// Results go to standard output, everything said on the way to standard error. Exit status: 0 done, 1 it could not be done,
// 2 the command line was wrong.
const program = new Command('sunmap')
  .description('Sunmap 阳光图: import records and areas, measure, and read the indicators.')
  .configureHelp({ showGlobalOptions: true })
  .enablePositionalOptions()
  .exitOverride();

const VERBS = new Map<string, () => Promise<(program: Command) => void>>([
  ['preview', async () => (await import('./preview.ts')).addPreview],
  ['import', async () => (await import('./import.ts')).addImport],
  ['imports', async () => (await import('./imports.ts')).addImports],
  ['areas', async () => (await import('./areas.ts')).addAreas],
  ['geocode', async () => (await import('./geocode.ts')).addGeocode],
  ['measure', async () => (await import('./measure.ts')).addMeasure],
  ['indicators', async () => (await import('./indicators.ts')).addIndicators],
  ['datasets', async () => (await import('./datasets.ts')).addDatasets],
  ['operators', async () => (await import('./operators.ts')).addOperators],
  ['account', async () => (await import('./account.ts')).addAccount],
  ['demo', async () => (await import('./demo.ts')).addDemo],
  ['review', async () => (await import('./review.ts')).addReview],
  ['coordinates', async () => (await import('./coordinates.ts')).addCoordinates],
  ['audit', async () => (await import('./audit.ts')).addAudit],
]);

// A verb's code takes a second to load: only the one that is asked for is, unless it is help that is asked for.
const asked = VERBS.get(process.argv[2] ?? '');
for (const load of asked ? [asked] : VERBS.values()) (await load())(program);
for (const verb of program.commands) verb.exitOverride();

/** Failures that are the caller's to mend: their message is the answer. */
const EXPECTED = [InUse, Problem, IntakeError, MappingError];

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { message } = error as Error;
  if (error instanceof UsageError) return tell(message, 2);
  if (EXPECTED.some((kind) => error instanceof kind) || isFileError(error)) return tell(message, 1);
  console.error(error);
  return 1;
}

function tell(message: string, code: number): number {
  console.error(message);
  return code;
}

function isFileError(error: unknown): boolean {
  return ['ENOENT', 'EACCES', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
