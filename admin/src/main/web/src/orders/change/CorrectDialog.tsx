import { Alert, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import type { Dossier } from '../../api/schema';
import { useClock } from '../../board/OrderCard';
import { useCounterMenu } from '../../counter/useCounterMenu';
import { FormDialog } from '../../notice/FormDialog';
import { type Outcome, useOrderAct } from '../useOrderAct';

interface Props extends Outcome {
  dossier: Dossier;
}

/** When it is fetched, and what the kitchen is told. */
export function CorrectDialog({ dossier: { order }, ...outcome }: Props) {
  const t = useTranslate();
  const time = useClock();
  const menu = useCounterMenu(order.storeId);
  const [pickupAt, setPickupAt] = useState(order.pickupAt ?? '');
  const [note, setNote] = useState(order.note ?? '');
  const { ask, busy, refusal } = useOrderAct('ojeomneo.counter.correct.saved', outcome);
  const word = (key: string, figures = {}) => t(`ojeomneo.counter.${key}`, figures);
  const slots = (menu.data?.slots ?? []).filter(
    ({ at, left }) => left > 0 && at !== order.pickupAt,
  );
  const correct = () =>
    answer(
      api.PUT('/api/orders/{id}/correction', {
        params: { path: { id: order.id } },
        body: {
          ...(pickupAt === '' ? {} : { pickupAt }),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        },
      }),
    );
  return (
    <FormDialog
      title={word('correct.title')}
      submitLabel={word('correct.save')}
      busy={busy}
      refusal={refusal}
      onSubmit={() => ask(correct)}
      onClose={outcome.onClose}
    >
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
    </FormDialog>
  );
}
