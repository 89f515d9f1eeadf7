import { Button, Card, CardContent, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../api/http';
import { FormDialog } from '../notice/FormDialog';
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
  const submit = () =>
    act(async () => {
      await api.PUT('/api/session/password', { body: { password, newPassword: chosen.password } });
      onDone();
      notify('ojeomneo.staff.password.changed', { type: 'success' });
    });
  return (
    <FormDialog
      title={t('ojeomneo.staff.password.change')}
      submitLabel={t('ojeomneo.staff.password.change')}
      busy={busy}
      disabled={!isGood(chosen)}
      refusal={refusal}
      onSubmit={() => void submit()}
      onClose={onDone}
    >
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
    </FormDialog>
  );
}
