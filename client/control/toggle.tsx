import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface ToggleProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Value; readonly title: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of two or three, all in sight. */
export function Toggle<Value extends string>({ label, options, value, onChoose }: ToggleProps<Value>) {
  return (
    <div className="toggle">
      <span className="toggle-label" aria-hidden="true">
        {label}
      </span>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const chosen = options.find(({ id }) => keys.has(id));
          if (chosen) onChoose(chosen.id);
        }}
      >
        {options.map(({ id, title }) => (
          <ToggleButton key={id} id={id}>
            {title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
