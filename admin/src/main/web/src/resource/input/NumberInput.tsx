import { InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';
import { useLocale } from 'react-admin';
import { parseWhole, withSeparators } from '../value/number';
import { Unreadable } from './check';
import type { InputProps } from './Input';

/** A whole number with separators; while it is typed it stays as typed. */
export function NumberInput(props: InputProps) {
  const { column, label, value, onChange, onBlur, helperText, error } = props;
  const [typing, setTyping] = useState<string | null>(null);
  const unit = useLocale() === 'en' ? 'KRW' : '원';
  function type(text: string) {
    setTyping(text);
    const number = parseWhole(text);
    onChange(number === undefined ? new Unreadable(text, 'wrongNumber') : number);
  }
  return (
    <TextField
      label={label}
      required={column.required}
      value={typing ?? shown(value)}
      onChange={(event) => type(event.target.value)}
      onFocus={() => setTyping(shown(value))}
      onBlur={() => {
        setTyping(null);
        onBlur();
      }}
      helperText={helperText}
      error={error}
      slotProps={{
        htmlInput: { inputMode: 'numeric', style: { textAlign: 'right' } },
        input: {
          endAdornment:
            column.type === 'MONEY' ? (
              <InputAdornment position="end">{unit}</InputAdornment>
            ) : undefined,
        },
      }}
      sx={{ maxWidth: 240, width: '100%' }}
    />
  );
}

function shown(value: unknown): string {
  if (value instanceof Unreadable) {
    return value.typed;
  }
  return typeof value === 'number' ? withSeparators(value) : '';
}
