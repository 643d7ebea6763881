import { z } from 'zod';
import { ENCODINGS } from '../../geodata/model/table.ts';

/** What a person says of how a file is to be read, checked at the door. */
export const Choices = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z
    .string()
    .refine((text) => [...text].length === 1, 'is one character')
    .optional(),
  sheet: z.string().min(1).max(200).optional(),
  headerLine: z.number().int().min(1).max(1_000_000).optional(),
});
