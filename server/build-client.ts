import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['client', 'geodata', 'package-lock.json', 'vite.config.ts'];

/** The staff's pages, and those of everybody else: two bundles that share pieces of source and no file. */
export type Bundle = 'staff' | 'public';

const ROOTS: Readonly<Record<Bundle, string>> = { staff: 'client', public: 'client/villager' };

/** Builds the pages unless those in `folder` are newer than everything they are made of. */
export async function buildClient(
  folder: string,
  say: (sentence: string) => void,
  bundle: Bundle = 'staff',
): Promise<void> {
  const page = join(folder, 'index.html');
  if (existsSync(page) && statSync(page).mtimeMs > newestOf(SOURCES.map((source) => join(ROOT, source)))) return;
  say(bundle === 'staff' ? 'Building the pages' : 'Building the public pages');
  const { build } = await import('vite');
  await build({
    root: join(ROOT, ROOTS[bundle]),
    mode: bundle === 'staff' ? 'production' : 'public',
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
  });
}

function newestOf(paths: readonly string[]): number {
  return Math.max(
    ...paths.map((path) => {
      const { mtimeMs } = statSync(path);
      if (!statSync(path).isDirectory()) return mtimeMs;
      return Math.max(mtimeMs, newestOf(readdirSync(path).map((name) => join(path, name))));
    }),
  );
}
