import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** A text as it travels, squeezed beside the requests; what is sent to everybody is squeezed once. */
export const gzipped: (text: string) => Promise<Buffer> = promisify<string, Buffer>(gzip);

const gunzipped = promisify<Buffer, Buffer>(gunzip);

/** Sends what `gzipped` made; unpacked to the few who do not take it so. ETag and type are the caller's. */
export async function sendGzipped(req: Request, res: Response, body: Buffer): Promise<void> {
  res.vary('Accept-Encoding');
  if (!req.acceptsEncodings('gzip')) return void res.send(await gunzipped(body));
  res.set('Content-Encoding', 'gzip').send(body);
}
