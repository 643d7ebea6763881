import type { Uploads } from './uploads.ts';

const EVERY = 60 * 60 * 1000;

/** Removes old uploads now and every hour, whether new ones come or not. Returns how to stop. */
export function sweep(uploads: Pick<Uploads, 'forgetOld'>, onFailed: (error: Error) => void): () => void {
  const work = () => void uploads.forgetOld().catch(onFailed);
  work();
  const timer = setInterval(work, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
