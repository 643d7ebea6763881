import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../server/db/embedded.ts';
import { makeHome } from './make-home.ts';

export interface TestDatabase {
  readonly kind: 'embedded' | 'postgresql';
  readonly url: string;
  readonly dataDir: string;
  readonly drop: () => Promise<void>;
}

/** An empty, migrated database that takes connections, gone after `drop`. */
export async function makeDatabase(): Promise<TestDatabase> {
  const { kind, dataDir, databaseUrl, drop } = await makeHome();
  if (databaseUrl !== null) return { kind, dataDir, url: databaseUrl, drop };
  const embedded = await startEmbedded({
    dataDir: join(dataDir, 'db'),
    socketFolder: tmpdir(),
    onCrash: (error) => console.error('The embedded database crashed during a test', error),
  });
  return {
    kind,
    dataDir,
    url: embedded.url,
    drop: async () => {
      await embedded.stop();
      await drop();
    },
  };
}
