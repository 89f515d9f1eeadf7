import { Dialog, DialogTitle } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../api/http';
import { secondFactorIs } from '../session/signing';
import { PasswordStep } from './PasswordStep';

export function TurnOff({ onDone }: { onDone: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  async function end(password: string) {
    await api.POST('/api/session/second-factor/end', { body: { password } });
    onDone();
    secondFactorIs(false);
    notify('ojeomneo.profile.factor.turnedOff', { type: 'success' });
  }
  return (
    <Dialog open onClose={onDone} fullWidth maxWidth="xs" aria-labelledby="factor-off">
      <DialogTitle id="factor-off">{t('ojeomneo.profile.factor.turnOff')}</DialogTitle>
      <PasswordStep
        submitLabel={t('ojeomneo.profile.factor.turnOff')}
        onPassword={end}
        onCancel={onDone}
      />
    </Dialog>
  );
}
