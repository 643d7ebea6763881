import { Button, type Key, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

interface ChoiceOption<Value extends string> {
  readonly id: Value;
  readonly title: string;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly placeholder?: string;
  readonly wide?: boolean;
}

/** One of several, from a list that opens. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChoose,
  placeholder,
  wide,
}: ChoiceProps<Value>) {
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (option) onChoose(option.id);
  };
  return (
    <Select
      className={wide ? 'choice choice-wide' : 'choice'}
      value={value}
      onChange={(key) => choose(key as Key | null)}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label>{label}</Label>
      <Button>
        <SelectValue />
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M5 8l5 5 5-5" />
        </svg>
      </Button>
      <Popover className="popover">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.title}>
              {option.title}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
