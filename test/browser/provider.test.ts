import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openKeyring } from '../../server/access/keyring.ts';
import { linkIdentity } from '../../server/access/provider/links.ts';
import { buildClient } from '../../server/build-client.ts';
import { readConfig } from '../../server/config.ts';
import { systemOrigin } from '../../server/trace/system-origin.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { makeAccount } from '../support/browser-like.ts';
import { launchChromium } from '../support/chromium.ts';
import { CLIENT, close, type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';

// There and back in a real browser: what it sends along, and lets through, no other test knows.
const PAGES = join(import.meta.dirname, '../../dist/client/');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const secretFile = join(tmpdir(), `sunmap-test-browser-${process.pid}`);
writeFileSync(secretFile, CLIENT.secret, { mode: 0o600 });

let app: TestApp;
let idp: IdentityProvider;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await buildClient(PAGES, () => {});
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  idp = await startIdentityProvider(base);
  app = await startApp({
    clientFolder: PAGES,
    access: 'enforced',
    port,
    settings: {
      SUNMAP_OIDC_ISSUER: idp.issuer,
      SUNMAP_OIDC_CLIENT_ID: CLIENT.id,
      SUNMAP_OIDC_CLIENT_SECRET_FILE: secretFile,
      SUNMAP_OIDC_REDIRECT: base,
      SUNMAP_OIDC_TITLE: '清风通行证',
    },
  });
  const { access } = readConfig({ DATA_DIR: app.dataDir });
  const id = await makeAccount(app, 'lin.yue', { role: 'audit-admin' });
  const linking = {
    db: app.db,
    keyring: openKeyring(access),
    trace: app.trace,
    origin: systemOrigin(),
    now: new Date(),
  };
  await linkIdentity(linking, id, { issuer: idp.issuer, subject: 'sub-lin.yue' });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await idp?.stop();
});
beforeEach(() => open());

async function open({ bypassCSP = false } = {}): Promise<void> {
  await page?.context().close();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', bypassCSP });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await close(server);
  return port;
}

const be = (person: object | null) => page.setExtraHTTPHeaders({ 'x-person': JSON.stringify(person) });
const button = () => page.getByRole('button', { name: '使用清风通行证登录' });

test('on a phone and by keyboard: there, back to the page that was asked for, and out again', async () => {
  await be({ subject: 'sub-lin.yue', amr: ['pwd', 'otp'] });
  await page.goto(`${app.url}/audit?action=sign-in.fail`);
  await button().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /lin\.yue/ }).waitFor();
  expect(page.url()).toBe(`${app.url}/audit?action=sign-in.fail`);
  await page.goto(`${app.url}/account`);
  await page.getByRole('button', { name: '退出', exact: true }).first().click();
  const out = page.getByRole('link', { name: '同时退出清风通行证' });
  expect(await out.getAttribute('href')).toContain(`${idp.issuer}/session/end`);
});

test('whoever is linked to nothing reads what to hand over, and the address forgets it', async () => {
  await open({ bypassCSP: true }); // for axe
  await be({ subject: 'sub-stranger' });
  await page.goto(`${app.url}/map?level=village`);
  await button().click();
  const told = page.getByRole('alert');
  await told.waitFor();
  expect(await told.textContent()).toContain('sub-stranger');
  expect(page.url()).toBe(`${app.url}/map?level=village`);
  await page.addScriptTag({ content: AXE });
  const found = await page.evaluate("axe.run().then((r) => r.violations.map((v) => v.impact + ' ' + v.id))");
  expect((found as string[]).filter((violation) => /^(serious|critical)/.test(violation))).toEqual([]);
});

test('a provider that is gone is a sentence beside the button, and the page stays', async () => {
  const away = await startApp({
    clientFolder: PAGES,
    access: 'enforced',
    settings: {
      SUNMAP_OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
      SUNMAP_OIDC_CLIENT_ID: CLIENT.id,
      SUNMAP_OIDC_REDIRECT: 'http://127.0.0.1:8080',
    },
  });
  try {
    await page.goto(`${away.url}/map`);
    await page.getByRole('button', { name: '使用统一身份认证登录' }).click();
    await page.getByRole('alert').getByText('暂时无法连接身份认证服务').waitFor();
    expect(page.url()).toBe(`${away.url}/map`);
  } finally {
    await away.stop();
  }
});
