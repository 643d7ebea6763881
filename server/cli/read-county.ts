import type { CountyDivision } from '../../geodata/demo/county-division.ts';
import { readDivisions } from '../demo/read-divisions.ts';
import { UsageError } from './usage-error.ts';

/** A county of the register; a code that is none is a mistake in the command line. */
export async function readCounty(code: string): Promise<CountyDivision> {
  try {
    return await readDivisions(code);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}
