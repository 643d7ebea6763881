import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Where each folder may reach within the project, the longest name first. */
const mayImport: Record<string, RegExp> = {
  'geodata/model': /^geodata\/model\//,
  geodata: /^geodata\//,
  server: /^(server|geodata)\//,
  client: /^(client|geodata\/model|geodata\/h3)\//,
};

/** Packages that only one place may know. */
const onlyIn: Record<string, RegExp> = {
  pg: /^server\/db\//,
  '@node-rs/argon2': /^server\/access\//,
  'openid-client': /^server\/access\/provider\//,
  express: /^server\//,
  react: /^client\//,
  'h3-js': /^geodata\/h3\//,
  '@electric-sql/pglite': /^server\/db\//,
  '@electric-sql/pglite-socket': /^server\/db\//,
  'maplibre-gl': /^client\/map\//,
};

const sources = ['geodata', 'server', 'client'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => join(folder, file)),
);

const imports = sources.flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  const named = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)];
  return named.map(([, target]) => ({
    file,
    target: target as string,
    typeOnly: isTypeOnly(source, target as string),
  }));
});

function isTypeOnly(source: string, target: string): boolean {
  return (
    source.includes('import type') &&
    new RegExp(`import type[^;]*from '${target.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}'`).test(source)
  );
}

test('there is something to check', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});

test('imports within the project follow the arrows of the README', () => {
  const broken = imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ file, target }) => ({ file, target: relative(root, resolve(root, dirname(file), target)) }))
    .filter(({ file, target }) => !allowed(file).test(target));
  expect(broken).toEqual([]);
});

function allowed(file: string): RegExp {
  const [folder] = Object.keys(mayImport)
    .filter((name) => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length);
  return mayImport[folder as string] as RegExp;
}

test('each outside package is known in one place only', () => {
  const broken = imports.filter(({ file, target, typeOnly }) => {
    const place = onlyIn[target];
    return place !== undefined && !typeOnly && !place.test(file);
  });
  expect(broken).toEqual([]);
});

test('geodata touches neither files nor network', () => {
  const outside = new Set(['fs', 'fs/promises', 'net', 'http', 'https', 'child_process', 'worker_threads']);
  const broken = imports.filter(
    ({ file, target }) =>
      file.startsWith('geodata/') &&
      builtinModules.includes(target.replace(/^node:/, '')) &&
      outside.has(target.replace(/^node:/, '')),
  );
  expect(broken).toEqual([]);
});

test('only server/config.ts reads the environment', () => {
  const readers = sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
  expect(readers).toEqual(['server/config.ts']);
});
