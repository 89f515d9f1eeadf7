import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { inWords } from '../../i18n/language';
import { choiceLabel, list, plain } from '../value/text';
import { useWording } from '../value/useWording';
import type { InputProps } from './Input';

/** Choices may be numbers in a row (days of the week) and are texts in the declaration: what comes back is alike. */
function restored(column: InputProps['column'], before: unknown, chosen: string): unknown {
  const numeric =
    typeof before === 'number' || column.choices?.every(({ value }) => /^\d+$/.test(value));
  return numeric === true ? Number(chosen) : chosen;
}

export function ChoiceInput({
  column,
  label,
  value,
  onChange,
  onBlur,
  helperText,
  error,
}: InputProps) {
  const t = useTranslate();
  const { locale } = useWording();
  return (
    <TextField
      select
      label={label}
      required={column.required}
      value={plain(value)}
      onChange={({ target }) =>
        onChange(target.value === '' ? null : restored(column, value, target.value))
      }
      onBlur={onBlur}
      helperText={helperText}
      error={error}
      sx={{ maxWidth: 320, width: '100%' }}
    >
      {!column.required && (
        <MenuItem value="">
          <em>{t('ojeomneo.form.none')}</em>
        </MenuItem>
      )}
      {column.choices?.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {inWords(choice.label, locale)}
        </MenuItem>
      ))}
    </TextField>
  );
}

export function ChoicesInput({
  column,
  label,
  value,
  onChange,
  onBlur,
  helperText,
  error,
}: InputProps) {
  const { locale } = useWording();
  const t = useTranslate();
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      size="small"
      options={column.choices?.map((choice) => choice.value) ?? []}
      getOptionLabel={(each) => choiceLabel(column, each, locale)}
      value={list(value).map(plain)}
      onChange={(_, chosen) => onChange(chosen)}
      onBlur={onBlur}
      noOptionsText={t('ojeomneo.form.noOptions')}
      renderInput={(params) => (
        <TextField {...params} label={label} helperText={helperText} error={error} />
      )}
    />
  );
}
