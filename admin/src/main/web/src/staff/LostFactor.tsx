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
import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../api/http';
import { useAct } from '../profile/useAct';

/** For somebody who has lost both their phone and their recovery codes. */
export function LostFactor({ id }: { id: string }) {
  const t = useTranslate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        color="warning"
        sx={{ justifySelf: 'start' }}
        onClick={() => setAsking(true)}
      >
        {t('ojeomneo.staff.factorEnd')}
      </Button>
      {asking && <Ask id={id} onDone={() => setAsking(false)} />}
    </>
  );
}

function Ask({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      await api.POST('/api/staff/{id}/second-factor/end', {
        params: { path: { id } },
        body: { reason },
      });
      onDone();
      notify('ojeomneo.staff.factorEnded', { type: 'success' });
      await queries.invalidateQueries();
    });
  }
  return (
    <Dialog open onClose={onDone} fullWidth maxWidth="xs" aria-labelledby="lost-factor">
      <DialogTitle id="lost-factor">{t('ojeomneo.staff.factorEnd')}</DialogTitle>
      <form onSubmit={submit}>
        <DialogContent>
          <Stack spacing={2}>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <Typography>{t('ojeomneo.staff.factorEndAbout')}</Typography>
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
          <Button
            type="submit"
            variant="contained"
            color="warning"
            loading={busy}
            disabled={reason.trim() === ''}
          >
            {t('ojeomneo.staff.factorEnd')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
