import { PASSWORD } from './browser-like.ts';
import { finished, startSunmap } from './sunmap.ts';

/** An account named like its role, for everything, with PASSWORD: made by command, as on a real machine. */
export async function makeAccountByCommand(env: Readonly<Record<string, string>>, role: string): Promise<void> {
  const scope = ['--all-areas', '--all-datasets', '--password-stdin'];
  const child = startSunmap(env, 'account', 'create', '--name', role, '--role', role, ...scope);
  child.stdin?.end(`${PASSWORD}\n`);
  const { status, stderr } = await finished(child);
  if (status !== 0) throw new Error(`no account ${role}: ${stderr}`);
}

/** Signs in as a script does and returns the token of the session cookie. */
export async function sessionCookie(url: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  const [token] = answer.headers.getSetCookie().flatMap((line) => /^sunmap=([^;]+)/.exec(line)?.[1] ?? []);
  if (token === undefined) throw new Error(`${name} could not sign in: ${answer.status} ${await answer.text()}`);
  return token;
}
