import { useDeferredValue, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { SearchHit } from '../../geodata/model/api.ts';
import { useGet } from '../data/use-get.ts';
import { useSelection } from '../selection/use-selection.ts';
import { levelTitle } from '../text/level-noun.ts';
import { useText } from '../text/use-text.ts';

/** Finds areas by name, pinyin or code; choosing one selects it. */
export function AreaSearch({ levels }: { levels: readonly string[] }) {
  const speech = useText();
  const { t } = speech;
  const { select } = useSelection();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useGet('/api/search', asked === '' ? null : { q: asked });
  const hits = asked === '' ? [] : (data ?? []).filter(({ level }) => levels.includes(level));
  const idOf = ({ level, code }: SearchHit) => `${level}:${code}`;
  return (
    <ComboBox
      className="area-search"
      aria-label={t('control.search')}
      items={hits}
      inputValue={text}
      onInputChange={setText}
      menuTrigger="input"
      allowsEmptyCollection
      value={null}
      onChange={(key) => {
        const hit = hits.find((each) => idOf(each) === key);
        if (!hit) return;
        setText('');
        select({ level: hit.level, area: hit.code, shape: 'areas' });
      }}
      defaultFilter={() => true}
    >
      <Label className="visually-hidden">{t('control.search')}</Label>
      <div className="search-field">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5L17 17" />
        </svg>
        <Input placeholder={t('control.searchHint')} />
        <Button className="visually-hidden">{t('control.search')}</Button>
      </div>
      <Popover className="popover">
        <ListBox<SearchHit>
          renderEmptyState={() => data && asked !== '' && <p className="popover-note">{t('control.searchNone')}</p>}
        >
          {(hit) => (
            <ListBoxItem id={idOf(hit)} textValue={hit.name}>
              <span>{hit.name}</span>
              <small>
                {hit.parentName} {levelTitle(hit.level, speech)} {hit.code}
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
