import { TextField } from '@mui/material';
import { plain } from '../value/text';
import type { InputProps } from './Input';

export function TextInput({
  column,
  label,
  value,
  onChange,
  onBlur,
  helperText,
  error,
}: InputProps) {
  const long = column.type === 'LONG_TEXT';
  return (
    <TextField
      label={label}
      required={column.required}
      multiline={long}
      minRows={long ? 3 : undefined}
      maxRows={14}
      value={plain(value)}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      helperText={helperText}
      error={error}
      fullWidth
    />
  );
}
