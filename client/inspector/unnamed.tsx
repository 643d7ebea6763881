import type { UnnamedCount } from '../../geodata/model/api.ts';
import type { Concentration } from '../../geodata/model/indicator.ts';
import { useText } from '../text/use-text.ts';

interface UnnamedProps {
  readonly area: Pick<Concentration, 'records' | 'judged' | 'setAside'>;
  readonly unnamed: readonly UnnamedCount[];
}

/** Why the judged records are fewer than all: those that name no operator, with what stands there instead. */
export function Unnamed({ area: { records, judged, setAside }, unnamed }: UnnamedProps) {
  const { t, format } = useText();
  const count = records - judged - setAside;
  if (count <= 0) return null;
  const names = unnamed.map(({ name }) => name ?? t('area.unnamedEmpty')).join('、');
  return <li>{t('area.unnamed', { count: format.count(count), records: format.count(records), names })}</li>;
}
