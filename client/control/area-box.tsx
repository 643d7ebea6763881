import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { levelTitle } from '../text/level-noun.ts';
import { useText } from '../text/use-text.ts';

interface AreaFound {
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly parentName: string | null;
}

interface AreaBoxProps<Area extends AreaFound> {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What was found for the text; undefined while it is looked for. */
  readonly areas: readonly Area[] | undefined;
  readonly onChoose: (area: Area) => void;
}

const idOf = ({ level, code }: AreaFound) => `${level}:${code}`;

/** A box to type a name, pinyin or code into, with the areas found under it. */
export function AreaBox<Area extends AreaFound>({ label, hint, text, onText, areas, onChoose }: AreaBoxProps<Area>) {
  const speech = useText();
  const { t } = speech;
  return (
    <ComboBox
      className="area-search"
      aria-label={label}
      items={areas ?? []}
      inputValue={text}
      onInputChange={onText}
      menuTrigger="input"
      allowsEmptyCollection
      value={null}
      onChange={(key) => {
        const area = areas?.find((each) => idOf(each) === key);
        if (!area) return;
        onText('');
        onChoose(area);
      }}
      defaultFilter={() => true}
    >
      <Label className="visually-hidden">{label}</Label>
      <div className="search-field">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5L17 17" />
        </svg>
        <Input placeholder={hint} />
        <Button className="visually-hidden">{label}</Button>
      </div>
      <Popover className="popover">
        <ListBox<AreaFound>
          renderEmptyState={() =>
            areas && text.trim() !== '' && <p className="popover-note">{t('control.searchNone')}</p>
          }
        >
          {(area) => (
            <ListBoxItem id={idOf(area)} textValue={area.name}>
              <span>{area.name}</span>
              <small>
                {area.parentName} {levelTitle(area.level, speech)} {area.code}
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
