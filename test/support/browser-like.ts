import type { Grant } from '../../geodata/model/account.ts';
import { createAccount, NOTHING } from '../../server/access/accounts.ts';
import type { TestApp } from './app.ts';

/** An answer with what a test wants to know of it. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers as a stranger would, and says what it expects.
  readonly body: any;
  readonly headers: Headers;
}

/** Keeps cookies as a browser does, and sends JSON. */
export interface BrowserLike {
  readonly cookies: Map<string, string>;
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

export function openBrowserLike(app: Pick<TestApp, 'url'>, fixed: Readonly<Record<string, string>> = {}): BrowserLike {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(method, path, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(app.url + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...fixed,
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = line.match(/^([^=]+)=([^;]*)/) as RegExpMatchArray;
        if (value === '') cookies.delete(name as string);
        else cookies.set(name as string, value as string);
      }
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, body: isJson && text ? JSON.parse(text) : text, headers: response.headers };
    },
  };
}

export const PASSWORD = 'quiet-otter-9-lanterns';

/** An account with PASSWORD that need not be changed. Returns its id. */
export async function makeAccount(
  { db }: Pick<TestApp, 'db'>,
  name: string,
  { now = new Date(), temporary = false, ...grant }: Partial<Grant> & { now?: Date; temporary?: boolean } = {},
): Promise<number> {
  const entry = { name, displayName: name, grant: { ...NOTHING, ...grant }, password: PASSWORD };
  return (await createAccount(db, { ...entry, temporary, createdBy: null, now })).id;
}
