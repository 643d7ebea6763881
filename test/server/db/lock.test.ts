import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InUse, takeLock } from '../../../server/db/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunmap-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second taker is refused with the holder’s process number, and let in after release', () => {
  const release = takeLock(folder);
  expect(() => takeLock(folder)).toThrow(InUse);
  expect(() => takeLock(folder)).toThrow(`process ${process.pid}`);
  release();
  takeLock(folder)();
});

test('the lock of a dead process is taken over', () => {
  const { pid } = spawnSync('true');
  writeFileSync(join(folder, 'lock'), `${pid} 12345\n`);
  takeLock(folder)();
});

test('the lock of a process whose number was given to another is taken over', () => {
  writeFileSync(join(folder, 'lock'), `${process.pid} 1\n`);
  takeLock(folder)();
});

test('the lock of a living process is respected', async () => {
  const other = spawn(process.execPath, [
    '--import',
    'tsx',
    '-e',
    `import('${join(import.meta.dirname, '../../../server/db/lock.ts')}').then(({ takeLock }) => { takeLock('${folder}'); console.log('held'); setInterval(() => {}, 1000); })`,
  ]);
  await new Promise((resolve) => other.stdout.once('data', resolve));
  expect(() => takeLock(folder)).toThrow(InUse);
  const gone = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await gone;
  takeLock(folder)();
});
