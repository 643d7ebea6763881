import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Problem } from '../problem.ts';

/** Throws a `Problem` (507) unless `bytes` fit on the disk and the reserve stays free. */
export type RequireSpace = (bytes: number) => Promise<void>;

const MEGABYTE = 1024 ** 2;

/** Looks at the disk of a folder, whether it exists yet or not. The embedded database must never meet the end of it: it would not come back. */
export function openSpaceCheck(folder: string, reserve: number): RequireSpace {
  return async (bytes) => {
    const { bavail, bsize } = await diskOf(folder);
    const free = Math.floor((bavail * bsize) / MEGABYTE);
    const needed = Math.ceil((bytes + reserve) / MEGABYTE);
    if (free >= needed) return;
    throw new Problem(
      507,
      `磁盘空间不足：还剩 ${free} MB，需要 ${needed} MB。已入库的数据不受影响，仍可查看；请清理磁盘后重试。 ` +
        `The disk is nearly full: ${free} MB are free, ${needed} MB are needed. What is stored is safe and can be read; ` +
        'make room and try again.',
    );
  };
}

async function diskOf(folder: string): Promise<{ readonly bavail: number; readonly bsize: number }> {
  try {
    return await statfs(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    return diskOf(dirname(folder));
  }
}
