import { Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

/** As the API has it. */
export const SHORTEST = 10;

export interface Chosen {
  password: string;
  again: string;
}

/** Whether both are there and alike. */
export function isGood({ password, again }: Chosen): boolean {
  return password.length >= SHORTEST && password === again;
}

/** A password is typed twice: nobody sees what they type. */
export function NewPasswordFields({
  value,
  onChange,
  autoFocus,
}: {
  value: Chosen;
  onChange: (value: Chosen) => void;
  autoFocus?: boolean;
}) {
  const t = useTranslate();
  const differ = value.again !== '' && value.again !== value.password;
  const field = { type: 'password', autoComplete: 'new-password', required: true, fullWidth: true };
  return (
    <Stack spacing={2}>
      <TextField
        {...field}
        label={t('ojeomneo.staff.password.chosen')}
        helperText={t('ojeomneo.staff.password.about')}
        autoFocus={autoFocus}
        slotProps={{ htmlInput: { minLength: SHORTEST, maxLength: 256 } }}
        value={value.password}
        onChange={(event) => onChange({ ...value, password: event.target.value })}
      />
      <TextField
        {...field}
        label={t('ojeomneo.staff.password.again')}
        error={differ}
        helperText={differ ? t('ojeomneo.staff.password.differ') : undefined}
        value={value.again}
        onChange={(event) => onChange({ ...value, again: event.target.value })}
      />
    </Stack>
  );
}
