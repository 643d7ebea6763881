import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { en } from '../../../client/text/en.ts';
import { zh } from '../../../client/text/zh.ts';
import { POLICY } from '../../../server/access/policy.ts';
import { buildClient } from '../../../server/build-client.ts';
import { PUBLIC_ROUTES } from '../../../server/public/public-routes.ts';

const FOLDER = join(import.meta.dirname, '../../../dist/public/');
const WORDS = ['zh', 'en'].map((language) =>
  readFileSync(join(import.meta.dirname, `../../../client/villager/${language}.ts`), 'utf8'),
);

let files: Map<string, string>;
beforeAll(async () => {
  await buildClient(FOLDER, () => {}, 'public');
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  files = new Map(
    names
      .filter((name) => statSync(join(FOLDER, name)).isFile())
      .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
  );
});

/** In which files one of these stands. */
const holding = (words: readonly string[]) =>
  [...files].flatMap(([name, text]) => words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`));

test('the public bundle is there, and asks for what is public', () => {
  expect([...files.keys()]).toEqual(expect.arrayContaining(['index.html', 'sun.svg']));
  expect(holding(['/api/place', '/api/notice']).length).toBe(2);
});

test('it knows no address of the staff', () => {
  const addresses = POLICY.map(({ path }) => path).filter(
    (path) => path.startsWith('/api') && !PUBLIC_ROUTES.some((each) => each === path),
  );
  expect(addresses.length).toBeGreaterThan(20);
  const bare = addresses.filter((path) => path !== '/api/area');
  expect(holding([...bare, '/api/area?', '"/api/area"', '`/api/area`', "'/api/area'"])).toEqual([]);
});

test('it holds no word of the staff pages', () => {
  const staff = [...Object.values(zh), ...Object.values(en)];
  // Short words are part of others, and some sentences stand in both on purpose.
  const telling = staff.filter(
    (text) => text.length >= 5 && !text.includes('{{') && !WORDS.some((own) => own.includes(text)),
  );
  expect(telling.length).toBeGreaterThan(200);
  const inChinese = telling.filter((text) => /[\u4e00-\u9fff]/.test(text));
  const inEnglish = telling.filter((text) => text.split(' ').length >= 3);
  expect(holding([...inChinese, ...inEnglish])).toEqual([]);
});

test('it holds no judgement, no role and no name of a part of the staff pages', () => {
  expect(
    holding([
      '高风险',
      '较高',
      '样本不足',
      '预警',
      '经办人',
      '嫌疑',
      'inspector',
      'steward',
      'red-outline',
      'pointOfOperator',
      'sunmap.session',
      'topOperators',
      'concentration',
      'unmask',
      'second-factor',
      '/import',
      '/audit',
    ]),
  ).toEqual([]);
});

test('it takes nothing from elsewhere', () => {
  const page = files.get('index.html') ?? '';
  expect(page.match(/(?:src|href)="[^"]*"/g)?.every((each) => /="\/[^/]/.test(each))).toBe(true);
  const styles = [...files].filter(([name]) => name.endsWith('.css')).map(([, text]) => text);
  expect(styles.join('').match(/url\((?!\/assets\/|["']?data:)[^)]*\)/g)).toBeNull();
});
