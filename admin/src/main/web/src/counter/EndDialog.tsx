import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
} from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import type { Dossier } from '../api/schema';
import { ReasonField } from '../orders/ReasonField';
import { useAct } from '../profile/useAct';

interface Props {
  order: { id: string; number: string };
  onEnded: (dossier: Dossier) => void;
  onRefused: () => void;
  onClose: () => void;
}

const COMMON = ['noShow', 'customer', 'mistake'];

/** The end of an order that staff took and nobody has paid for. */
export function EndDialog({ order, onEnded, onRefused, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  const word = (key: string) => t(`ojeomneo.counter.cancelDialog.${key}`, { number: order.number });
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      try {
        const ended = await answer(
          api.POST('/api/orders/{id}/cancellation', {
            params: { path: { id: order.id } },
            body: { reason: reason.trim() },
          }),
        );
        notify('ojeomneo.counter.cancelDialog.done', { type: 'success' });
        onEnded(ended);
        onClose();
      } catch (error) {
        onRefused();
        throw error;
      }
    });
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="end-title">
      <form onSubmit={submit}>
        <DialogTitle id="end-title">{word('title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{word('about')}</Typography>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <ReasonField
              value={reason}
              common={COMMON.map((each) => word(`reasons.${each}`))}
              onChange={setReason}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{word('keep')}</Button>
          <Button
            type="submit"
            variant="contained"
            color="error"
            loading={busy}
            disabled={reason.trim() === ''}
          >
            {word('submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
