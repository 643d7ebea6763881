import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../geodata/model/account.ts';
import { hotp, stepAt } from '../../server/access/totp.ts';
import { buildClient } from '../../server/build-client.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { makeAccount, PASSWORD } from '../support/browser-like.ts';
import { launchChromium } from '../support/chromium.ts';
import { fromBase32 } from '../support/from-base32.ts';
import { fileOf, makeTown, POLICY_DATASET } from '../support/town.ts';

// One account's way into the map, in a real browser: made, signed in with, given a second factor, granted, used, shut.
const SHOTS = join(import.meta.dirname, 'screenshots');
const CLIENT = join(import.meta.dirname, '../../dist/client/');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE = 60_000;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NEXT = 'copper-kettle-under-elms';

let app: TestApp;
let browser: Browser;
let person: Page;
let temporary: string;
let secret: Buffer;
const complaints: string[] = [];

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  await buildClient(CLIENT, () => {});
  app = await startApp({
    clientFolder: CLIENT,
    access: 'enforced',
    settings: { SUNMAP_SECOND_FACTOR: 'optional' },
    prepare: makeTown,
  });
  await app.import(POLICY_DATASET, fileOf([{ key: 'A', lng: 120.61, lat: 31.605, operator: '赵某' }]));
  for (const role of ['system-admin', 'security-admin', 'audit-admin'] as Role[])
    await makeAccount(app, role, { role });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  expect(complaints).toEqual([]);
});

async function open(viewport = DESK): Promise<Page> {
  // axe is put into the page, which the page's own policy forbids.
  const context: BrowserContext = await browser.newContext({ viewport, locale: 'zh-CN', bypassCSP: true });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // That nobody is signed in yet, or that a code is wanted, is an answer.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
  });
  await page.goto(app.url);
  return page;
}

async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('用户名', { exact: true }).fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

async function administrator(role: Role, viewport = DESK): Promise<Page> {
  const page = await open(viewport);
  await signIn(page, role);
  await page.getByRole('heading', { level: 1, name: role === 'audit-admin' ? '审计日志' : '账号管理' }).waitFor();
  return page;
}

const shoot = (page: Page, name: string) => page.screenshot({ path: join(SHOTS, `accounts-${name}.png`) });

/** What axe finds serious on the page, in both languages, and whether it is wider than the screen. */
async function faultsOf(page: Page): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const language of ['English', '中文']) {
    await page.evaluate(AXE);
    faults.push(
      ...(await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run(o: unknown): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        };
        const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
        const wide = document.documentElement.scrollWidth - innerWidth;
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        return [...serious.map(({ id, nodes }) => [id, nodes[0]?.html]), ...(wide > 0 ? [`too wide by ${wide}`] : [])];
      })),
    );
    await page.getByRole('button', { name: language }).click();
  }
  return faults;
}

test('the system administrator makes an account, whose password is shown once', async () => {
  const page = await administrator('system-admin');
  expect(await page.getByText('由安全管理员办理').count()).toBe(1);
  await page.getByRole('button', { name: '新建账号' }).click();
  await page.getByLabel('姓名', { exact: true }).fill('李四');
  await page.getByRole('textbox', { name: '用户名', exact: true }).fill('Li.Si');
  await shoot(page, 'create');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '交给李四的临时密码' }).waitFor();
  temporary = (await page.locator('.temporary-password code').textContent()) as string;
  await shoot(page, 'password');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '已交付，不再显示' }).click();
  expect(await page.getByText(temporary).count()).toBe(0);
  expect(await page.getByRole('button', { name: /授权|启用账号/ }).count()).toBe(0);
  await page.context().close();
});

test('its owner signs in, changes the password, and sets a second factor up from the picture', async () => {
  person = await open();
  expect(await faultsOf(person)).toEqual([]);
  await signIn(person, 'li.si', temporary);
  await person.getByText('请先修改密码').waitFor();
  await person.getByLabel('当前密码').fill(temporary);
  await person.getByLabel('新密码', { exact: true }).fill(NEXT);
  await person.getByLabel('再次输入新密码').fill(NEXT);
  await person.getByRole('button', { name: '修改密码' }).click();
  const factor = person.getByRole('region', { name: '第二因素' });
  await factor.getByLabel('当前密码').fill(NEXT);
  await factor.getByRole('button', { name: '设置' }).click();
  await person.getByRole('img', { name: /二维码/ }).scrollIntoViewIfNeeded();
  await shoot(person, 'second-factor');
  expect(await faultsOf(person)).toEqual([]);
  secret = fromBase32(((await factor.locator('code').textContent()) as string).replaceAll(' ', ''));
  await factor.getByLabel('动态验证码').fill(hotp(secret, stepAt(new Date())));
  await factor.getByRole('button', { name: '确认' }).click();
  await person.getByRole('button', { name: '已妥善保管' }).click();
});

test('the security administrator grants, sees what changes, and can take it back', async () => {
  const page = await administrator('security-admin', PHONE);
  await shoot(page, 'list-phone');
  await page.getByRole('link', { name: '李四' }).click();
  await page.getByRole('button', { name: '授权…' }).click();
  await page.getByRole('button', { name: /角色/ }).click();
  await page.getByRole('option', { name: '检查人员' }).click();
  await page.getByRole('combobox', { name: /添加/ }).fill('ceshi');
  await page.getByRole('option', { name: /测试镇/ }).click();
  await page.getByLabel('测试保单').check();
  await shoot(page, 'grant-phone');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '核对更改' }).click();
  const dialog = page.getByRole('alertdialog');
  expect(await dialog.textContent()).toMatch(/未授予角色检查人员.*无测试镇.*无测试保单/);
  await shoot(page, 'review-phone');
  await dialog.getByRole('button', { name: '确认授权' }).click();
  await page.getByText('李四的角色和范围已更改').waitFor();
  await page.setViewportSize(DESK);
  await shoot(page, 'granted');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销，李四').waitFor();
  const [account] = (await page.request.get(`${app.url}/api/accounts`).then((answer) => answer.json())).filter(
    ({ name }: { name: string }) => name === 'li.si',
  );
  expect([account.role, account.scope.areas]).toEqual([null, []]);
  const areas = [{ level: 'town', code: '320581001' }];
  const grant = { role: 'inspector', allAreas: false, areas, allDatasets: false, datasets: ['test-policies'] };
  expect((await page.request.post(`${app.url}/api/account/grant?id=${account.id}`, { data: grant })).status()).toBe(
    200,
  );
  await page.context().close();
});

test('the new inspector signs in with a code and sees the map, and no page of an administrator', async () => {
  await person.goto(app.url);
  await signIn(person, 'li.si', NEXT);
  await person.getByLabel('动态验证码').fill(hotp(secret, stepAt(new Date(Date.now() + 30_000))));
  await person.getByRole('button', { name: '登录', exact: true }).click();
  await person.locator('.map-page').waitFor();
  expect(await person.getByRole('link', { name: /账号管理|审计日志|导入/ }).count()).toBe(0);
  await person.goto(`${app.url}/accounts`);
  await person.locator('main').waitFor();
  expect(await person.getByRole('heading', { name: '账号管理' }).count()).toBe(0);
});

test('disabling asks first, and ends what its owner does', async () => {
  const page = await administrator('system-admin');
  await page.getByLabel('查找姓名或用户名').fill('li.');
  await page.getByRole('link', { name: '李四' }).press('Enter');
  await page.getByRole('button', { name: '停用账号' }).press('Enter');
  const dialog = page.getByRole('alertdialog');
  await shoot(page, 'disable');
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  expect(await page.getByRole('button', { name: '停用账号' }).count()).toBe(1);
  await page.getByRole('button', { name: '停用账号' }).click();
  await dialog.getByRole('button', { name: '停用账号' }).click();
  await page.getByText('由安全管理员启用。').waitFor();
  expect(await page.getByRole('button', { name: '撤销' }).count(), 'only the other administrator enables').toBe(0);
  await person.goto(app.url);
  await person.getByRole('heading', { name: '登录' }).waitFor();
  await page.context().close();
});

test('the audit administrator reads all of it, and finds no serious fault', async () => {
  const page = await administrator('audit-admin');
  await page.getByRole('cell', { name: '授予角色和范围' }).first().waitFor();
  await page.getByRole('cell', { name: '停用账号' }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});
