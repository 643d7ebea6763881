import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = process.env.SUNMAP_SHARED ?? join(import.meta.dirname, '../../../shared');

/** The path of a file of the real records and reference values, which are kept outside the project. */
export const shared = (path: string): string => join(FOLDER, 'data', path);

/** Whether they are here. Tests that need them say so when they are not. */
export const hasSharedData = existsSync(join(FOLDER, 'data'));
if (!hasSharedData)
  console.warn('The folder of real records is not here: tests that need it are left out of this run.');
