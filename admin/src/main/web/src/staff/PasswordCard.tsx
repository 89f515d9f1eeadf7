import {
  Alert,
  Button,
  Card,
  CardContent,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../api/http';
import { useAct } from '../profile/useAct';
import { type Chosen, isGood, NewPasswordFields } from './NewPasswordFields';

export function PasswordCard() {
  const t = useTranslate();
  const [changing, setChanging] = useState(false);
  return (
    <Card>
      <CardContent>
        <Typography variant="h2" sx={{ mb: 2 }}>
          {t('ojeomneo.staff.password.title')}
        </Typography>
        <Button variant="outlined" onClick={() => setChanging(true)}>
          {t('ojeomneo.staff.password.change')}
        </Button>
        {changing && <ChangeDialog onDone={() => setChanging(false)} />}
      </CardContent>
    </Card>
  );
}

function ChangeDialog({ onDone }: { onDone: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const [password, setPassword] = useState('');
  const [chosen, setChosen] = useState<Chosen>({ password: '', again: '' });
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      await api.PUT('/api/session/password', { body: { password, newPassword: chosen.password } });
      onDone();
      notify('ojeomneo.staff.password.changed', { type: 'success' });
    });
  }
  return (
    <Dialog open onClose={onDone} fullWidth maxWidth="xs" aria-labelledby="password-change">
      <DialogTitle id="password-change">{t('ojeomneo.staff.password.change')}</DialogTitle>
      <form onSubmit={submit}>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <TextField
              label={t('ojeomneo.staff.password.current')}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoFocus
              required
              fullWidth
            />
            <NewPasswordFields value={chosen} onChange={setChosen} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onDone}>{t('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={busy} disabled={!isGood(chosen)}>
            {t('ojeomneo.staff.password.change')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
