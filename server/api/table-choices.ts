import { z } from 'zod';
import { ENCODINGS } from '../../geodata/model/table.ts';

/** What a person says of how a file of records is to be read (`TableChoices`). */
export const tableChoices = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.string().length(1).optional(),
  sheet: z.string().min(1).max(200).optional(),
  headerLine: z.int().min(1).max(1_000_000).optional(),
});
