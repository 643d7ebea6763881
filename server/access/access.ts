import type { DemoAccount } from '../../geodata/model/account.ts';
import type { AccessMode, AccessSettings } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Trace } from '../trace/trace.ts';
import type { Keyring } from './keyring.ts';
import type { Provider } from './provider/provider.ts';

/** What signing in stands on; handed in, never reached for. The clock is a part, so that tests have one of their own. */
export interface Access {
  readonly db: Database;
  readonly settings: AccessSettings;
  /** Whether the policy holds for business data; for accounts it always does. */
  readonly mode: AccessMode;
  readonly keyring: Keyring;
  /** Every sign-in and every change of an account is entered here. */
  readonly trace: Trace;
  /** The commission's own identity provider; null where there is none. */
  readonly provider: Provider | null;
  readonly now: () => Date;
  /** Ready accounts of the demo, shown as long as every record is synthetic. */
  readonly demoAccounts: readonly DemoAccount[];
}
