import type { ErrorRequestHandler } from 'express';
import { ZodError, z } from 'zod';
import { MappingError } from '../../geodata/datasets/read-mapping.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { Problem } from '../problem.ts';

/** The one place where errors become answers: the caller's mistakes are explained, ours are logged and stay vague. */
export const answerProblems: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  if (error instanceof ZodError) return void res.status(400).json({ error: z.prettifyError(error) });
  if (error instanceof MappingError || error instanceof IntakeError) {
    return void res.status(400).json({ error: error.message });
  }
  if (error instanceof Problem) return void res.status(error.status).json({ error: error.message });
  const status = Number((error as { status?: unknown }).status);
  if (status >= 400 && status < 500) return void res.status(status).json({ error: (error as Error).message });
  console.error(`${req.method} ${req.path} failed`, error);
  res.status(500).json({ error: 'Something went wrong on our side. 服务器出错,请稍后再试。' });
};
