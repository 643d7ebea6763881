import type { Response } from 'express';
import type { CsvFile } from './csv-file.ts';

/** Sends a file to be saved, with the hash by which it is known in the trace. */
export function sendFile(res: Response, { name, bytes, sha256 }: CsvFile): void {
  res.attachment(name).type('text/csv; charset=utf-8');
  res.set('Cache-Control', 'private, no-store');
  // RFC 9530: whoever keeps the file can show that it is the one that was sent.
  res.set('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  res.send(bytes);
}
