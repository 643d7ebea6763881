import type { Command } from 'commander';
import { type AreaScope, ROLE_TITLES, ROLES, type Role } from '../../geodata/model/account.ts';
import { foldName } from '../access/account-name.ts';
import { findAccountByName, listAccounts, setAccountState, setPassword } from '../access/accounts.ts';
import { listIdentities } from '../access/provider/links.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import { changeAccount, createAccountTraced } from '../trace/change-account.ts';
import { addLinks } from './link.ts';
import { readPassword } from './read-password.ts';
import { UsageError } from './usage-error.ts';
import { printJson, say, withDatabase } from './with-database.ts';
import { withTrace } from './with-trace.ts';

interface CreateOptions {
  name: string;
  role: string;
  displayName?: string;
  area: string[];
  allAreas?: true;
  dataset: string[];
  allDatasets?: true;
  passwordStdin?: true;
}

const collect = (value: string, before: string[]) => [...before, value];

/** The way to the first administrator, and back in when all of them are shut out: whoever may run it owns the database anyway. */
export function addAccount(program: Command): void {
  const account = program.command('account').description('make and mend accounts; there is no default one');

  account
    .command('create')
    .description('make an account; its password is generated and printed once, unless --password-stdin')
    .requiredOption('--name <name>', 'what the person signs in with')
    .requiredOption('--role <role>', ROLES.map((role) => `${role} ${ROLE_TITLES[role].zh}`).join(', '))
    .option('--display-name <text>', 'what the person is called; the name when left out')
    .option('--area <level:code>', 'an area the account sees, with everything in it; may be repeated', collect, [])
    .option('--all-areas', 'the account sees every area')
    .option('--dataset <id>', 'a dataset the account sees; may be repeated', collect, [])
    .option('--all-datasets', 'the account sees every dataset')
    .option('--password-stdin', 'read the password from standard input')
    .action(create);

  account
    .command('list', { isDefault: true })
    .description('list the accounts')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: true }) => {
      const { accounts, links } = await withDatabase(async ({ db }) => ({
        accounts: await listAccounts(db),
        links: await listIdentities(db),
      }));
      if (json) return printJson(accounts.map((one) => ({ ...one, identities: links.get(one.id) ?? [] })));
      for (const { id, name, displayName, role, state } of accounts) {
        const identities = (links.get(id) ?? []).map(({ issuer, subject }) => `${subject} @ ${issuer}`);
        console.log([name, displayName, role ?? '-', state, ...identities].join('\t'));
      }
    });

  for (const state of ['disable', 'enable'] as const) {
    account
      .command(state)
      .description(`${state} an account; its sessions end`)
      .argument('<name>', 'what the person signs in with')
      .action((name: string) =>
        withTrace(async ({ db, ...witness }) => {
          const { id, demo } = await findAccountByName(db, name);
          if (demo && state === 'enable') throw new Problem(409, 'Demo accounts are enabled by the demo only.');
          const change = (db: Database) => setAccountState(db, id, `${state}d`, new Date());
          await changeAccount(db, id, { ...witness, action: `account.${state}`, change });
          say(`The account ${foldName(name)} is ${state}d.`);
        }),
      );
  }

  account
    .command('password')
    .description('give an account another password; its sessions end')
    .argument('<name>', 'what the person signs in with')
    .option('--password-stdin', 'read the password from standard input')
    .action(async (name: string, { passwordStdin }: { passwordStdin?: true }) => {
      const made = await readPassword(passwordStdin === true, [name]);
      await withTrace(async ({ db, ...witness }) => {
        const { id } = await findAccountByName(db, name);
        const change = (db: Database) => setPassword(db, id, { ...made, now: new Date() });
        await changeAccount(db, id, { ...witness, action: 'password.reset', change });
      });
      tell(made);
    });

  addLinks(account);
  for (const verb of account.commands) verb.exitOverride();
}

async function create(options: CreateOptions): Promise<void> {
  const { name, displayName = name } = options;
  const grant = {
    role: readRole(options.role),
    allAreas: options.allAreas === true,
    areas: options.area.map(readArea),
    allDatasets: options.allDatasets === true,
    datasets: options.dataset,
  };
  const made = await readPassword(options.passwordStdin === true, [name, displayName]);
  await withTrace(({ db, ...witness }) =>
    createAccountTraced(db, { name, displayName, grant, ...made, createdBy: null, now: new Date() }, witness),
  );
  say(`The account ${foldName(name)} is ready.`);
  tell(made);
}

function tell({ password, temporary }: { password: string; temporary: boolean }): void {
  if (!temporary) return;
  say('Its password is told this once, and must be changed at the first sign-in:');
  console.log(password);
}

function readRole(role: string): Role {
  const known = ROLES.find((one) => one === role);
  if (!known) throw new UsageError(`There is no role “${role}”. Roles: ${ROLES.join(', ')}.`);
  return known;
}

function readArea(text: string): AreaScope {
  const [level, code, ...more] = text.split(':');
  if (!level || !code || more.length > 0) throw new UsageError(`--area takes level:code, not “${text}”.`);
  return { level, code };
}
