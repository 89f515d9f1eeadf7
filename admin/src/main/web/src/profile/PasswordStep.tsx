import { Alert, Button, DialogActions, DialogContent, TextField } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from './useAct';

interface Props {
  submitLabel: string;
  onPassword: (password: string) => Promise<void>;
  onCancel: () => void;
}

/** The password once more, before what a stranger at an open screen must not do. */
export function PasswordStep({ submitLabel, onPassword, onCancel }: Props) {
  const t = useTranslate();
  const [password, setPassword] = useState('');
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(() => onPassword(password));
  }
  return (
    <form onSubmit={submit}>
      <DialogContent>
        {refusal !== null && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {refusal}
          </Alert>
        )}
        <TextField
          label={t('ojeomneo.profile.factor.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoFocus
          required
          fullWidth
          sx={{ mt: 1 }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('ra.action.cancel')}</Button>
        <Button type="submit" variant="contained" loading={busy}>
          {submitLabel}
        </Button>
      </DialogActions>
    </form>
  );
}
