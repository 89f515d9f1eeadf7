import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import { useAct } from '../profile/useAct';

/** Asks why, then opens the app in a tab of its own, which knows nothing of this one. */
export function ViewDialog({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      const { url } = await answer(
        api.POST('/api/users/{id}/view', { params: { path: { id } }, body: { reason } }),
      );
      window.open(url, '_blank', 'noopener,noreferrer');
      onDone();
    });
  }
  return (
    <Dialog open onClose={onDone} fullWidth maxWidth="xs" aria-labelledby="customer-view">
      <DialogTitle id="customer-view">{t('ojeomneo.staff.view.open')}</DialogTitle>
      <form onSubmit={submit}>
        <DialogContent>
          <Stack spacing={2}>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <Typography>{t('ojeomneo.staff.view.about')}</Typography>
            <TextField
              label={t('ojeomneo.staff.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 200 } }}
              autoFocus
              required
              fullWidth
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onDone}>{t('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={busy} disabled={reason.trim() === ''}>
            {t('ojeomneo.staff.view.open')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
