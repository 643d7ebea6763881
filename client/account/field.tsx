import { useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What a password manager puts in. */
  readonly autoComplete: 'username' | 'current-password' | 'new-password' | 'one-time-code';
  readonly autoFocus?: boolean;
}

/** A field of a form about oneself: pasting and password managers are welcome. */
export function Field({ label, hint, type = 'text', value, onChange, autoComplete, autoFocus = false }: FieldProps) {
  const id = useId();
  return (
    <div className="account-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        required
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        inputMode={autoComplete === 'one-time-code' ? 'text' : undefined}
        // biome-ignore lint/a11y/noAutofocus: the page has one purpose, and this is where it begins.
        autoFocus={autoFocus}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
