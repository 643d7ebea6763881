import { useDeferredValue, useState } from 'react';
import { useGet } from '../data/use-get.ts';
import { useSelection } from '../selection/use-selection.ts';
import { useText } from '../text/use-text.ts';
import { AreaBox } from './area-box.tsx';

/** Finds areas by name, pinyin or code; choosing one selects it. */
export function AreaSearch({ levels }: { levels: readonly string[] }) {
  const { t } = useText();
  const { select } = useSelection();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useGet('/api/search', asked === '' ? null : { q: asked });
  const hits = asked === '' ? [] : data?.filter(({ level }) => levels.includes(level));
  return (
    <AreaBox
      label={t('control.search')}
      hint={t('control.searchHint')}
      text={text}
      onText={setText}
      areas={hits}
      onChoose={({ level, code }) => select({ level, area: code, shape: 'areas' })}
    />
  );
}
