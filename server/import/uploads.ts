import { createHash, randomBytes } from 'node:crypto';
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
  /** Keeps the file longer: an import of it has begun. */
  claim(id: string): Promise<void>;
  forget(id: string): Promise<void>;
  /** Removes what is older than it may be. */
  forgetOld(): Promise<void>;
}

export interface Upload {
  readonly id: string;
  /** What the user calls the file; shown, never used as a path. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** Of the file as it came. */
  readonly sha256: string;
}

/** The largest file that is taken, in bytes. */
const LARGEST = 2 * 1024 ** 3;
/** Bytes between two looks at the disk. */
const LOOK_EVERY = 16 * 1024 ** 2;
const HOUR = 60 * 60 * 1000;
/** A file that nobody imported is kept for a day; one whose import did not end, for a week: it may be continued. */
const KEPT_FOR = 24 * HOUR;
const KEPT_FOR_RUN = 7 * 24 * HOUR;
const PARTS = ['name', 'sha256', 'run'] as const;

export function openUploads(dataDir: string, requireSpace: RequireSpace): Uploads {
  const folder = join(dataDir, 'uploads');

  return {
    async keep(body, { name, size }) {
      if (size > LARGEST) throw tooLarge();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await forgetOld(folder);
      await requireSpace(size);
      const id = randomBytes(16).toString('hex');
      const path = join(folder, id);
      const hash = createHash('sha256');
      try {
        await pipeline(
          body,
          (chunks: AsyncIterable<Buffer>) => limited(chunks, requireSpace, hash),
          createWriteStream(path, { mode: 0o600 }),
        );
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      const sha256 = hash.digest('hex');
      await writeFile(`${path}.name`, name, { mode: 0o600 });
      await writeFile(`${path}.sha256`, sha256, { mode: 0o600 });
      return { id, name, path, size: (await stat(path)).size, sha256 };
    },

    async find(id) {
      const path = join(folder, /^[0-9a-f]{32}$/.test(id) ? id : 'none');
      try {
        const [name, sha256] = await Promise.all(['name', 'sha256'].map((part) => readFile(`${path}.${part}`, 'utf8')));
        return { id, path, name: name as string, size: (await stat(path)).size, sha256: sha256 as string };
      } catch {
        throw new Problem(404, 'This upload is no longer here; choose the file again.');
      }
    },

    async claim(id) {
      const { path } = await this.find(id);
      await writeFile(`${path}.run`, '', { mode: 0o600 });
    },

    forgetOld: () => forgetOld(folder),

    async forget(id) {
      const { path } = await this.find(id);
      await rm(path, { force: true });
      for (const part of PARTS) await rm(`${path}.${part}`, { force: true });
    },
  };
}

async function* limited(
  chunks: AsyncIterable<Buffer>,
  requireSpace: RequireSpace,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  let size = 0;
  let looked = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST) throw tooLarge();
    if (size - looked > LOOK_EVERY) {
      looked = size;
      await requireSpace(LOOK_EVERY);
    }
    hash.update(chunk);
    yield chunk;
  }
}

const tooLarge = () =>
  new Problem(
    413,
    '文件超过 2 GB，请拆分，或使用命令行。 The file is larger than 2 GB. Use the command line, or split it.',
  );

async function forgetOld(folder: string): Promise<void> {
  const names = new Set(await unlessGone(readdir(folder), []));
  for (const name of names) {
    const path = join(folder, name);
    const keptFor = names.has(`${name.split('.')[0]}.run`) ? KEPT_FOR_RUN : KEPT_FOR;
    const file = await unlessGone(stat(path), null);
    if (file && Date.now() - file.mtimeMs > keptFor) await rm(path, { force: true });
  }
}

/** Nothing was uploaded yet, or somebody else removed it just now. */
async function unlessGone<Found, Instead>(finding: Promise<Found>, instead: Instead): Promise<Found | Instead> {
  try {
    return await finding;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return instead;
    throw error;
  }
}
