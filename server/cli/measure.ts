import type { Command } from 'commander';
import { measureEverything } from '../measure/measure-everything.ts';
import { loadProfile } from '../measure/profile.ts';
import { say, withDatabase } from './with-database.ts';

export function addMeasure(program: Command): void {
  program
    .command('measure')
    .description('measure all datasets on all their levels, where something changed since the last time')
    .action(async () => {
      const measured = await withDatabase(({ db, config }) =>
        measureEverything(db, { profile: loadProfile(config.profileFile), say }),
      );
      console.log(`${measured} measurements are up to date`);
    });
}
