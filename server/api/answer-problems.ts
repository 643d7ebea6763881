import type { ErrorRequestHandler } from 'express';
import { ZodError, z } from 'zod';
import { MappingError } from '../../geodata/datasets/read-mapping.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { unavailable } from '../db/unavailable.ts';
import type { Log } from '../edge/log.ts';
import type { Metrics } from '../edge/metrics.ts';
import { requestIdOf } from '../edge/observe-requests.ts';
import { Problem } from '../problem.ts';

/** When to come again, in seconds: an embedded engine is replaced by then, a server restarted. */
const RETRY_AFTER = 5;

const SENTENCES = {
  unreachable: '数据库暂时不可用，请稍后再试。 The database cannot be reached at the moment; please try again.',
  'too-slow':
    '查询用时过长，已停止；请缩小范围后再试。 This took too long and was stopped; ask for less, or try again.',
  'disk-full': '磁盘已满，暂时不能写入，仍可查看。 The disk is full: nothing can be stored for now, reading goes on.',
} as const;

export interface AnswerProblemsOptions {
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The one place where errors become answers: the caller's mistakes are explained, ours are logged and stay vague. */
export function answerProblems({ log, metrics }: AnswerProblemsOptions): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const id = requestIdOf(res);
    if (res.headersSent) {
      // Half an answer must not look like a whole one.
      if (!res.writableEnded) {
        log.error({ id, err: error }, 'an answer broke off');
        res.destroy();
      }
      return;
    }
    const mistake = mistakeOf(error);
    if (mistake) return void res.status(mistake.status).json({ error: mistake.sentence });
    const why = unavailable(error);
    if (why) {
      log.warn({ id, method: req.method, err: error }, 'the database could not answer');
      metrics.databaseFailed();
      const status = why === 'disk-full' ? 507 : 503;
      res.status(status).set('Retry-After', `${RETRY_AFTER}`).json({ error: SENTENCES[why], requestId: id });
      return;
    }
    log.error({ id, method: req.method, err: error }, 'a request failed');
    res
      .status(500)
      .json({ error: '服务器出错，请稍后再试。 Something went wrong on our side; please try again.', requestId: id });
  };
}

function mistakeOf(error: unknown): { status: number; sentence: string } | null {
  if (error instanceof ZodError) return { status: 400, sentence: z.prettifyError(error) };
  if (error instanceof MappingError || error instanceof IntakeError) return { status: 400, sentence: error.message };
  if (error instanceof Problem) return { status: error.status, sentence: error.message };
  if (isNoText(error))
    return { status: 400, sentence: '内容里有无法存储的字符。 It contains a character that cannot be stored.' };
  const { status, message, syscall } = error as { status?: unknown; message: string; syscall?: unknown };
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  // The file system's own words name folders of this machine.
  return { status, sentence: syscall === undefined ? message : 'There is no such file.' };
}

/** PostgreSQL's character_not_in_repertoire: a NUL in a text. */
const isNoText = (error: unknown): boolean =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code === '22021' || isNoText(error.cause));
