import { z } from 'zod';

/** Why somebody looks, in their words; it is entered in the trace. */
export const Purpose = z
  .string()
  .trim()
  .min(4, '请写明用途（至少四个字）。State your purpose, in four characters at least.')
  .max(200, '用途不超过 200 字。State your purpose in 200 characters at most.');
