import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

interface Props {
  value: string;
  help?: string;
  onChange: (reason: string) => void;
}

/** Why, as the log will have it. */
export function LoggedReason({ value, help, onChange }: Props) {
  const t = useTranslate();
  return (
    <TextField
      label={t('ojeomneo.history.reason')}
      helperText={help}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 200 } }}
      autoFocus
      required
      fullWidth
    />
  );
}
