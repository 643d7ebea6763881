import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../problem.ts';
import type { RequireSpace } from './require-space.ts';

/** Files that came in through the page, under names of our own, outside anything that is served. */
export interface Uploads {
  /** `size` is what the sender says; the body is measured as it comes. Throws a 507 when the disk has no room for it. */
  keep(body: Readable, file: { name: string; size: number }): Promise<Upload>;
  find(id: string): Promise<Upload>;
  forget(id: string): Promise<void>;
  /** Removes the files that nobody imported within a day, now and every hour; whoever opened this closes it. Returns that. */
  forgetOnSchedule(onFailed: (error: Error) => void): () => void;
}

export interface Upload {
  readonly id: string;
  /** What the user calls the file; shown, never used as a path. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** The largest file that is taken, in bytes. */
const LARGEST = 2 * 1024 ** 3;
/** Bytes between two looks at the disk. */
const LOOK_EVERY = 16 * 1024 ** 2;
const KEPT_FOR = 24 * 60 * 60 * 1000;
const FORGET_EVERY = 60 * 60 * 1000;

export function openUploads(dataDir: string, requireSpace: RequireSpace): Uploads {
  const folder = join(dataDir, 'uploads');

  return {
    async keep(body, { name, size }) {
      if (size > LARGEST) throw tooLarge();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await requireSpace(size);
      const id = randomBytes(16).toString('hex');
      const path = join(folder, id);
      try {
        await pipeline(
          body,
          (chunks: AsyncIterable<Buffer>) => limited(chunks, requireSpace),
          createWriteStream(path, { mode: 0o600 }),
        );
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      await writeFile(`${path}.name`, name, { mode: 0o600 });
      return { id, name, path, size: (await stat(path)).size };
    },

    async find(id) {
      const path = join(folder, /^[0-9a-f]{32}$/.test(id) ? id : 'none');
      try {
        return { id, path, name: await readFile(`${path}.name`, 'utf8'), size: (await stat(path)).size };
      } catch {
        throw new Problem(404, 'This upload is no longer here; choose the file again.');
      }
    },

    async forget(id) {
      const { path } = await this.find(id);
      await rm(path, { force: true });
      await rm(`${path}.name`, { force: true });
    },

    forgetOnSchedule(onFailed) {
      const forget = () => void forgetOld(folder).catch(onFailed);
      forget();
      const timer = setInterval(forget, FORGET_EVERY);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

async function* limited(chunks: AsyncIterable<Buffer>, requireSpace: RequireSpace): AsyncGenerator<Buffer> {
  let size = 0;
  let looked = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST) throw tooLarge();
    if (size - looked > LOOK_EVERY) {
      looked = size;
      await requireSpace(LOOK_EVERY);
    }
    yield chunk;
  }
}

const tooLarge = () =>
  new Problem(
    413,
    '文件超过 2 GB，请拆分，或使用命令行。 The file is larger than 2 GB. Use the command line, or split it.',
  );

/** By the last change of each file: one that is still being sent is young. Files that vanish meanwhile are no fault. */
async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(ifThere([]))) {
    const path = join(folder, name);
    const changed = await stat(path).then(({ mtimeMs }) => mtimeMs, ifThere(Date.now()));
    if (Date.now() - changed > KEPT_FOR) await rm(path, { force: true });
  }
}

const ifThere =
  <T>(otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  };
