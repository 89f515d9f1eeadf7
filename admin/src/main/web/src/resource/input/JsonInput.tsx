import { TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { same } from '../record/changes';
import { Unreadable } from './check';
import type { InputProps } from './Input';

export function JsonInput({
  column,
  label,
  value,
  onChange,
  onBlur,
  helperText,
  error,
}: InputProps) {
  const [text, setText] = useState(() => written(value));
  useEffect(() => {
    // Somebody else's value, not an echo of what is typed here.
    setText((typed) =>
      value instanceof Unreadable || same(read(typed), value) ? typed : written(value),
    );
  }, [value]);
  return (
    <TextField
      label={label}
      required={column.required}
      multiline
      minRows={2}
      maxRows={20}
      fullWidth
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(read(target.value));
      }}
      onBlur={onBlur}
      helperText={helperText}
      error={error}
      slotProps={{
        htmlInput: {
          spellCheck: false,
          style: { fontFamily: 'ui-monospace, monospace', fontSize: 13 },
        },
      }}
    />
  );
}

function written(value: unknown): string {
  if (value instanceof Unreadable) {
    return value.typed;
  }
  return value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
}

function read(text: string): unknown {
  if (text.trim() === '') {
    return null;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return new Unreadable(text, 'wrongJson');
  }
}
