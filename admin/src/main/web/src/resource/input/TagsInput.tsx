import { Autocomplete, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { list, plain } from '../value/text';
import type { InputProps } from './Input';

export function TagsInput({ label, value, onChange, onBlur, helperText, error }: InputProps) {
  const t = useTranslate();
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      size="small"
      options={[]}
      value={list(value).map(plain)}
      onChange={(_, tags) => onChange(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))}
      onBlur={onBlur}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          helperText={helperText ?? t('ojeomneo.form.tags')}
          error={error}
        />
      )}
    />
  );
}
