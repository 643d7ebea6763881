import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { readConfig } from '../config.ts';
import { findDataset } from '../dataset/datasets.ts';
import { EVERYTHING } from '../db/sight.ts';
import { createOnlineGeocoder } from '../geocode-online/create-online-geocoder.ts';
import { listAddresses } from '../geocode-online/list-addresses.ts';
import { ungzip } from '../import/ungzip.ts';
import { UsageError } from './usage-error.ts';
import { printJson, say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

/**
 * Prints where an online geocoder believes each distinct address of a file to lie; nothing is stored. Without `send` it only says what would
 * leave the house. What leaves is entered in the trace before it does.
 */
export async function askFile(
  path: string,
  { dataset, send, json }: { dataset: string; send?: true; json?: true },
): Promise<void> {
  const { geocoder } = readConfig();
  if (geocoder === null)
    throw new UsageError('没有设置在线地理编码服务。 Set SUNMAP_GEOCODER_URL first; no address leaves without it.');
  await withTrace(async ({ db, trace, origin }) => {
    const declared = await findDataset(db, dataset, EVERYTHING);
    const file = { name: basename(path), bytes: ungzip(createReadStream(path)) };
    const addresses = await listAddresses(file, declared.dataset, geocoder);
    const { host } = geocoder.url;
    say(
      `${addresses.length} 个不同的地址将发送到 ${host}。 ${addresses.length} distinct addresses would leave for ${host}.`,
    );
    if (send !== true) return say('加上 --send 才会发送。 Nothing was sent; add --send to send them.');
    const subject = { kind: 'dataset', id: declared.dataset.id };
    const after = { file: file.name, addresses: addresses.length, host };
    await trace.look({ ...origin, action: 'address.send', subject, after });
    const ask = createOnlineGeocoder(geocoder);
    for (const { address, line } of addresses) {
      const position = await ask(address);
      const [lng, lat] = position ?? [null, null];
      if (json) await printJson({ line, address, lng, lat });
      else console.log(`${line}\t${address}\t${lng ?? ''}\t${lat ?? ''}`);
    }
  });
}
