import type { Profile } from '../../geodata/model/tier.ts';
import type { ReadAs } from '../access/view.ts';
import type { Config } from '../config.ts';
import type { OpenDatabase } from '../db/open.ts';
import type { RequireSpace } from '../import/require-space.ts';
import type { Trace } from '../trace/trace.ts';

/** What the routes stand on; handed in, never reached for. */
export interface Context {
  readonly db: OpenDatabase['pool'];
  /** Everything that is read for somebody is read through a view. */
  readonly readAs: ReadAs;
  readonly kind: OpenDatabase['kind'];
  readonly profile: Profile;
  readonly trace: Trace;
  readonly config: Pick<Config, 'dataDir' | 'countyCode' | 'auditAnchor' | 'access' | 'exportRows'>;
  readonly requireSpace: RequireSpace;
}
