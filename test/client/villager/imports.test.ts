import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Everything outside its own folder that the public page may be made of. A line here is a decision: none of these holds staff code. */
const SHARED = [
  'client/map/create-map.ts',
  'client/map/fonts-for.ts',
  'client/map/palette.ts',
  'client/map/pattern.ts',
  'client/map/web-gl.ts',
  'client/style/base.css',
  'client/style/tokens.css',
  'client/text/language.ts',
  'client/text/level-noun.ts',
  'geodata/model/api.ts',
];
const PACKAGES = ['react', 'react-dom/client', 'maplibre-gl', '@fontsource-variable/noto-sans-sc'];

/** What a source file takes along when it is built: types leave nothing behind. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8').replace(/import type [^;]*;/g, '');
  const found = [...source.matchAll(/(?:^import|\bfrom) '([^']+)';$|\bimport\('([^']+)'\)/gm)];
  return found.map(([, fixed, lazy]) => fixed ?? lazy ?? '');
}

test('the public page is made of its own folder and of named pieces that hold no staff code', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const waiting = ['client/villager/main.tsx'];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (file.endsWith('.css')) continue;
    for (const target of importsOf(file)) {
      if (target.startsWith('.')) waiting.push(relative(ROOT, resolve(ROOT, dirname(file), target)));
      else packages.add(PACKAGES.find((name) => target === name || target.startsWith(`${name}/`)) ?? target);
    }
  }
  const outside = [...seen].filter((file) => !file.startsWith('client/villager/'));
  expect(outside.sort()).toEqual(SHARED);
  expect([...packages].sort()).toEqual([...PACKAGES].sort());
  expect(seen.size).toBeGreaterThan(20);
  expect([...seen].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
