import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

/** Each kind of input has attributes of its own. */
const TYPES = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
} as const;

export interface FieldProps {
  label: string;
  name: string;
  value: string;
  type?: keyof typeof TYPES;
  hint?: string;
  error?: string | undefined;
  autoComplete: NonNullable<InputHTMLAttributes['autoComplete']>;
  inputMode?: 'numeric';
  onValue: (value: string) => void;
}

export function Field({
  label,
  name,
  value,
  type = 'text',
  hint,
  error,
  autoComplete,
  inputMode,
  onValue,
}: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="strong" for={id}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        {...TYPES[type]}
        value={value}
        autocomplete={autoComplete}
        inputmode={inputMode}
        required
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class={error === undefined ? 'quiet small' : 'bad small'}>
        {error ?? hint ?? ''}
      </p>
    </div>
  );
}
