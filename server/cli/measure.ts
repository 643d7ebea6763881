import type { Command } from 'commander';
import { measureEverything } from '../measure/measure-everything.ts';
import { loadProfile } from '../measure/profile.ts';
import { enterProfile } from '../trace/enter-profile.ts';
import { say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

export function addMeasure(program: Command): void {
  program
    .command('measure')
    .description('measure all datasets on all their levels, where something changed since the last time')
    .action(async () => {
      const measured = await withTrace(async ({ db, config, ...by }) => {
        const profile = loadProfile(config.profileFile);
        await enterProfile(db, profile, by);
        return measureEverything(db, { profile, say });
      });
      console.log(`${measured} measurements are up to date`);
    });
}
