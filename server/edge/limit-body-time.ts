import type { Request, RequestHandler, Response } from 'express';

/** The longest that the body of a request may be on its way, in milliseconds. */
const LONGEST = 15_000;
/** The longest silence in a body that may take its time. */
const LONGEST_SILENCE = 30_000;

const deadlines = new WeakMap<Request, NodeJS.Timeout>();

/** Cuts off whoever sends a body drop by drop, also one that no route wanted. */
export function limitBodyTime(longest = LONGEST): RequestHandler {
  return (req, res, next) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = req.headers;
    if (encoding === undefined && (length === undefined || length === '0')) return next();
    const deadline = setTimeout(() => req.complete || cutOff(req, res), longest).unref();
    deadlines.set(req, deadline);
    req.once('close', () => clearTimeout(deadline));
    next();
  };
}

/** For the route of files: they may take as long as the server lets any request take, but not fall silent. */
export function allowSlowBody(req: Request, res: Response, longestSilence = LONGEST_SILENCE): void {
  clearTimeout(deadlines.get(req));
  req.setTimeout(longestSilence, () => req.complete || cutOff(req, res));
}

function cutOff(req: Request, res: Response): void {
  if (res.headersSent) return void req.socket.destroy();
  res.once('finish', () => req.socket.destroy());
  res
    .status(408)
    .set('Connection', 'close')
    .json({ error: '数据发送太慢，连接已关闭。 The request took too long to arrive and was ended.' });
}
