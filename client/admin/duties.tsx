import type { Role } from '../../geodata/model/account.ts';
import { useText } from '../text/use-text.ts';

/** Which of it all is one's own business, and who does the rest: no administrator can do it alone. */
export function Duties({ role }: { role: Role | null }) {
  const { t } = useText();
  if (role !== 'system-admin' && role !== 'security-admin') return null;
  return <p className="quiet duties">{t(`admin.duties.${role}`)}</p>;
}
