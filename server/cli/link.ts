import type { Command } from 'commander';
import { foldName } from '../access/account-name.ts';
import { findAccountByName } from '../access/accounts.ts';
import { openKeyring } from '../access/keyring.ts';
import { linkIdentity, unlinkIdentity } from '../access/provider/links.ts';
import { UsageError } from './usage-error.ts';
import { say } from './with-database.ts';
import { withTrace } from './with-trace.ts';

interface LinkOptions {
  subject?: string;
  issuer?: string;
}

/** What the security administrator does so that somebody may come in from the commission's own identity provider, and no longer. */
export function addLinks(account: Command): void {
  account
    .command('link')
    .description('let an identity of the identity provider sign in to an account')
    .argument('<name>', 'what the person signs in with here')
    .requiredOption('--subject <subject>', 'what the provider calls the person (sub); the sign-in page shows it')
    .option('--issuer <address>', 'the provider; SUNMAP_OIDC_ISSUER when left out')
    .action((name: string, { subject = '', issuer }: LinkOptions) =>
      withTrace(async ({ config, ...session }) => {
        const known = issuer ?? config.access.provider?.issuer;
        if (!known) throw new UsageError('Which provider? Set SUNMAP_OIDC_ISSUER, or give --issuer.');
        if (subject.trim() === '') throw new UsageError('--subject must not be empty.');
        const { id } = await findAccountByName(session.db, name);
        const linking = { ...session, keyring: openKeyring(config.access), now: new Date() };
        await linkIdentity(linking, id, { issuer: known, subject: subject.trim() });
        say(`${subject.trim()} of ${known} signs in to the account ${foldName(name)} from now on.`);
      }),
    );

  account
    .command('unlink')
    .description('take identities away from an account; its sessions end')
    .argument('<name>', 'what the person signs in with here')
    .option('--subject <subject>', 'what the provider calls the person; all identities when left out')
    .option('--issuer <address>', 'the provider; any when left out')
    .action((name: string, { subject = null, issuer = null }: { subject?: string | null; issuer?: string | null }) =>
      withTrace(async ({ config, ...session }) => {
        const { id } = await findAccountByName(session.db, name);
        const linking = { ...session, keyring: openKeyring(config.access), now: new Date() };
        await unlinkIdentity(linking, id, { issuer, subject });
        say(`The account ${foldName(name)} has lost the link, and its sessions have ended.`);
      }),
    );
}
