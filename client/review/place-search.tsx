import { useDeferredValue, useState } from 'react';
import { AreaBox } from '../control/area-box.tsx';
import { useGet } from '../data/use-get.ts';
import { useText } from '../text/use-text.ts';
import type { PickedArea } from './picked.ts';

/** Finds any area by name, pinyin or code. */
export function PlaceSearch({ onFound }: { onFound: (area: PickedArea) => void }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useGet('/api/search', asked === '' ? null : { q: asked });
  return (
    <AreaBox
      label={t('review.search')}
      hint={t('control.searchHint')}
      text={text}
      onText={setText}
      areas={asked === '' ? [] : data}
      onChoose={onFound}
    />
  );
}
