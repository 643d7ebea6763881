import type { ReactNode } from 'react';
import type { SessionState } from '../../geodata/model/account.ts';
import { Failed } from '../page/failed.tsx';
import { Skeleton } from '../page/skeleton.tsx';
import { AccountPage } from './account-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { useSession } from './use-session.ts';

/** Lets in whoever is signed in and has nothing due; asks everybody else for what is missing, where they stand. */
export function Gate({ children }: { children: (state: SessionState) => ReactNode }) {
  const session = useSession();
  if (session.error) {
    return (
      <main className="alone">
        <Failed error={session.error} retry={session.refetch} />
      </main>
    );
  }
  if (!session.data) {
    return (
      <main className="alone">
        <Skeleton lines={4} />
      </main>
    );
  }
  const { account, open } = session.data;
  if (!account && open) return children(session.data);
  if (!account) return <SignInPage state={session.data} />;
  if (account.pending !== null) return <AccountPage account={account} />;
  return children(session.data);
}
