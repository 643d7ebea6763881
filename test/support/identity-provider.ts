import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Context, Provider } from 'oidc-provider';

/** Somebody at the provider, and how they prove it; null breaks the sign-in off. */
export type Person = { readonly subject: string; readonly amr?: readonly string[]; readonly acr?: string } | null;

export interface IdentityProvider {
  readonly issuer: string;
  /** Goes through the provider's pages as a browser would. Returns where the provider sends the browser back to: path and query. */
  signIn(address: string, person: Person): Promise<string>;
  stop(): Promise<void>;
}

/** Where the browsers of the tests would reach Sunmap; they go to its real port instead. */
export const BASE = 'http://127.0.0.1:8080';
export const CLIENT = { id: 'sunmap', secret: 'a-secret-that-only-the-provider-knows' };

/** A whole OpenID provider on a port of its own, which asks nobody for a password. */
export async function startIdentityProvider(base = BASE): Promise<IdentityProvider> {
  let answer: RequestListener = () => {};
  const server = createServer((req, res) => answer(req, res)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = new Provider(
    issuer,
    configurationOf(base, () => provider),
  );
  const serve = provider.callback();
  answer = (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return void serve(req, res);
    const person = JSON.parse(String(req.headers['x-person'])) as Person;
    const login = person && { ...person, accountId: person.subject };
    const result = login ? { login } : { error: 'access_denied', error_description: 'the person broke it off' };
    provider.interactionFinished(req, res, result).catch((error) => res.writeHead(500).end(String(error)));
  };
  return { issuer, signIn: (address, person) => walk(address, person, base), stop: () => close(server) };
}

async function walk(address: string, person: Person, base: string): Promise<string> {
  const cookies = new Map<string, string>();
  const headers = { 'x-person': JSON.stringify(person) };
  for (let url = new URL(address), step = 0; step < 6; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { ...headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url);
    if (url.origin === base) return url.pathname + url.search;
  }
  throw new Error('the provider sends the browser round in circles');
}

const configurationOf = (base: string, provider: () => Provider) => ({
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [`${base}/api/session/provider/return`],
    },
  ],
  jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) }] },
  cookies: { keys: ['only for tests'] },
  claims: { openid: ['sub', 'acr', 'amr'] },
  acrValues: ['two-factors'],
  interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  // Nobody is asked whether Sunmap may know who they are.
  loadExistingGrant: async ({ oidc }: Context) => {
    const { client, session } = oidc;
    const grant = new (provider().Grant)({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** The body of a request, as text. */
export async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
