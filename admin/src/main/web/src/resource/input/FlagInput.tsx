import { FormControl, FormControlLabel, FormHelperText, Switch, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWording } from '../value/useWording';
import type { InputProps } from './Input';

/** On or off. A new row may also leave it to the default, which only the database knows. */
export function FlagInput({
  column,
  label,
  value,
  onChange,
  onBlur,
  helperText,
  error,
  creating,
}: InputProps) {
  const t = useTranslate();
  const words = useWording();
  if (creating && !column.required) {
    return (
      <TextField
        select
        label={label}
        value={typeof value === 'boolean' ? String(value) : 'default'}
        onChange={({ target }) =>
          onChange(target.value === 'default' ? null : target.value === 'true')
        }
        onBlur={onBlur}
        helperText={helperText}
        error={error}
        slotProps={{ select: { native: true } }}
        sx={{ maxWidth: 240, width: '100%' }}
      >
        <option value="default">{t('ojeomneo.form.default')}</option>
        <option value="true">{words.yes}</option>
        <option value="false">{words.no}</option>
      </TextField>
    );
  }
  return (
    <FormControl error={error}>
      <FormControlLabel
        label={label}
        control={
          <Switch
            checked={value === true}
            onChange={(_, checked) => onChange(checked)}
            onBlur={onBlur}
          />
        }
      />
      {helperText !== undefined && <FormHelperText sx={{ mx: 0 }}>{helperText}</FormHelperText>}
    </FormControl>
  );
}
