import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../api/http';
import { useAct } from '../profile/useAct';

/** Asks for a link; what is said next is the same for every address. */
export function ForgottenForm({ onBack }: { onBack: () => void }) {
  const t = useTranslate();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      await api.POST('/api/session/reset', { body: { email: email.trim() } });
      setSent(true);
    });
  }
  return (
    <form onSubmit={submit}>
      <Stack spacing={2}>
        {sent ? (
          <Alert severity="success">{t('ojeomneo.staff.password.sent')}</Alert>
        ) : (
          <>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <Typography color="textSecondary">
              {t('ojeomneo.staff.password.forgottenAbout')}
            </Typography>
            <TextField
              label={t('ojeomneo.signIn.email')}
              type="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoFocus
              required
              fullWidth
            />
            <Button type="submit" variant="contained" size="large" loading={busy}>
              {t('ojeomneo.staff.password.send')}
            </Button>
          </>
        )}
        <Button size="small" onClick={onBack} sx={{ alignSelf: 'start' }}>
          {t('ojeomneo.staff.password.back')}
        </Button>
      </Stack>
    </form>
  );
}
