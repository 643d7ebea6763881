import type { Files } from '../../geodata/model/api.ts';
import { errorOf } from './api.ts';

/** Has the server make a file and saves it under the name the server gave it. Returns the answer's headers. Throws as `get` does. */
export async function takeFile<Path extends keyof Files>(path: Path, request: Files[Path]): Promise<Headers> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw errorOf(response.status, await response.json().catch(() => null));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'sunmap.csv';
  link.click();
  // The browser has taken hold of it by the next turn; a minute is for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return response.headers;
}
