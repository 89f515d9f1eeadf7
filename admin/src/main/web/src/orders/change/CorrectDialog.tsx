import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  Stack,
  TextField,
} from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import type { Dossier } from '../../api/schema';
import { useClock } from '../../board/OrderCard';
import { useCounterMenu } from '../../counter/useCounterMenu';
import { useAct } from '../../profile/useAct';

interface Props {
  dossier: Dossier;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
  onClose: () => void;
}

/** When it is fetched, and what the kitchen is told. */
export function CorrectDialog({ dossier: { order }, onAnswer, onStale, onClose }: Props) {
  const t = useTranslate();
  const time = useClock();
  const notify = useNotify();
  const menu = useCounterMenu(order.storeId);
  const [pickupAt, setPickupAt] = useState(order.pickupAt ?? '');
  const [note, setNote] = useState(order.note ?? '');
  const { act, busy, refusal } = useAct();
  const word = (key: string, figures = {}) => t(`ojeomneo.counter.${key}`, figures);
  const slots = (menu.data?.slots ?? []).filter(
    ({ at, left }) => left > 0 && at !== order.pickupAt,
  );
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      try {
        const corrected = await answer(
          api.PUT('/api/orders/{id}/correction', {
            params: { path: { id: order.id } },
            body: {
              ...(pickupAt === '' ? {} : { pickupAt }),
              ...(note.trim() === '' ? {} : { note: note.trim() }),
            },
          }),
        );
        notify('ojeomneo.counter.correct.saved', { type: 'success' });
        onAnswer(corrected);
        onClose();
      } catch (error) {
        onStale();
        throw error;
      }
    });
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="correct-title">
      <form onSubmit={submit}>
        <DialogTitle id="correct-title">{word('correct.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            {menu.error !== null && <Alert severity="error">{menu.error.message}</Alert>}
            <TextField
              select
              label={word('pickup')}
              value={pickupAt}
              onChange={(event) => setPickupAt(event.target.value)}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              <MenuItem value="">{word('soon')}</MenuItem>
              {order.pickupAt !== null && (
                <MenuItem value={order.pickupAt}>
                  {word('correct.now', { time: time(order.pickupAt) })}
                </MenuItem>
              )}
              {slots.map(({ at, left }) => (
                <MenuItem key={at} value={at}>
                  {word('slot', { time: time(at), count: left })}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={word('note')}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={busy}>
            {word('correct.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
