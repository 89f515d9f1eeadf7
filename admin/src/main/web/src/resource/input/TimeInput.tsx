import { TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { fromSeoul, toSeoul } from '../value/seoul';
import { plain } from '../value/text';
import { Unreadable } from './check';
import type { InputProps } from './Input';

const TYPES = { INSTANT: 'datetime-local', DATE: 'date', TIME: 'time' } as const;

/** A date, a time of day, or both; always Seoul's. */
export function TimeInput({
  column,
  label,
  value,
  onChange,
  onBlur,
  helperText,
  error,
}: InputProps) {
  const t = useTranslate();
  const isInstant = column.type === 'INSTANT';
  const stored = isInstant
    ? toSeoul(plain(value))
    : plain(value).slice(0, isTime(column.type) ? 5 : 10);
  const [typed, setTyped] = useState(stored);
  useEffect(() => {
    if (!(value instanceof Unreadable)) {
      setTyped(stored);
    }
  }, [stored, value]);
  function type(text: string, incomplete: boolean) {
    setTyped(text);
    if (text === '') {
      onChange(incomplete ? new Unreadable(text, 'wrongDate') : null);
    } else {
      onChange(isInstant ? fromSeoul(text) : text);
    }
  }
  return (
    <TextField
      type={TYPES[column.type as keyof typeof TYPES]}
      label={isInstant ? `${label} (${t('ojeomneo.form.seoul')})` : label}
      required={column.required}
      value={typed}
      onChange={({ target }) =>
        type(target.value, target instanceof HTMLInputElement && target.validity.badInput)
      }
      onBlur={onBlur}
      helperText={helperText}
      error={error}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ maxWidth: 260, width: '100%' }}
    />
  );
}

function isTime(type: string): boolean {
  return type === 'TIME';
}
