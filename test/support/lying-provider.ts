import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLIENT, close, textOf } from './identity-provider.ts';

type Claims = Readonly<Record<string, unknown>>;

/** A provider that says what a test wants, as one would that was taken over. */
export interface LyingProvider {
  readonly issuer: string;
  /** How the next tokens differ from right ones. */
  lie(how: Partial<Lie>): void;
  /** What the token endpoint was sent last. */
  readonly sent: () => { readonly body: URLSearchParams; readonly authorization: string | undefined };
  stop(): Promise<void>;
}

interface Lie {
  readonly claims: (right: Claims) => Claims;
  /** By whom the token is signed: the key that the provider shows, another, or nobody. */
  readonly signed: 'right' | 'wrong' | 'none';
  readonly status: number;
  /** The nonce of the attempt that the token answers. */
  readonly nonce: string | null;
  readonly metadata: Claims;
}

const HONEST: Lie = { claims: (right) => right, signed: 'right', status: 200, nonce: null, metadata: {} };
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startLyingProvider(): Promise<LyingProvider> {
  const [right, wrong] = [newKey(), newKey()];
  let how = HONEST;
  let sent = { body: new URLSearchParams(), authorization: undefined as string | undefined };
  const server = createServer(async (req, res) => {
    if (req.url === '/.well-known/openid-configuration')
      return json(res, 200, { ...metadata(issuer), ...how.metadata });
    if (req.url === '/keys') {
      return json(res, 200, { keys: [{ ...right.publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] });
    }
    sent = { body: new URLSearchParams(await textOf(req)), authorization: req.headers.authorization };
    const second = Math.floor(Date.now() / 1_000);
    const claims = { iss: issuer, aud: CLIENT.id, sub: 'sub-honest', iat: second, exp: second + 60, nonce: how.nonce };
    const key = how.signed === 'none' ? null : (how.signed === 'right' ? right : wrong).privateKey;
    const token = { access_token: 'x', token_type: 'Bearer', id_token: sign(how.claims(claims), key) };
    json(res, how.status, how.status === 200 ? token : { error: 'server_error' });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    lie: (change) => {
      how = { ...HONEST, ...change };
    },
    sent: () => sent,
    stop: () => close(server),
  };
}

const metadata = (issuer: string): Claims => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_post'],
});

const json = (res: ServerResponse, status: number, body: unknown) =>
  void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

function sign(claims: Claims, key: KeyObject | null): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: key ? 'RS256' : 'none' })}.${part(claims)}`;
  return `${text}.${key ? createSign('RSA-SHA256').update(text).sign(key, 'base64url') : ''}`;
}
