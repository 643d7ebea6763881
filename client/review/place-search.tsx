import { useDeferredValue, useState } from 'react';
import type { ReviewedArea } from '../../geodata/model/review-api.ts';
import { AreaBox } from '../control/area-box.tsx';
import { useGet } from '../data/use-get.ts';
import { useText } from '../text/use-text.ts';

/** Finds any area by name, pinyin or code. */
export function PlaceSearch({ onFound }: { onFound: (area: ReviewedArea) => void }) {
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
      onChoose={({ level, code, name, parentName }) => onFound({ level, code, name, parentName })}
    />
  );
}
