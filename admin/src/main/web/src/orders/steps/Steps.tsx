import { Button, Stack } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../../api/http';
import { useComplaint } from '../../notice/useComplaint';
import type { Dossier, MoveOrder } from '../../api/schema';
import { type Step, stepsOf } from '../transitions';
import { CancelDialog } from './CancelDialog';
import { DelayDialog } from './DelayDialog';

/** What staff may do with the order now. */
export function Steps({ dossier, onStale }: { dossier: Dossier; onStale: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const complain = useComplaint();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Step>();
  const [busy, setBusy] = useState(false);
  const { order } = dossier;
  const steps = stepsOf(order.status);

  async function move(wish: MoveOrder, said: string) {
    setBusy(true);
    try {
      await api.POST('/api/orders/{id}/transitions', {
        params: { path: { id: order.id } },
        body: wish,
      });
      notify(`ojeomneo.order.step.${said}`, { type: 'success' });
    } finally {
      setBusy(false);
      // Also after a refusal: somebody else has moved it.
      onStale();
      void queries.invalidateQueries({ queryKey: ['orders'] });
      void queries.invalidateQueries({ queryKey: ['history', 'orders', order.id] });
    }
  }

  async function moveAtOnce(wish: MoveOrder) {
    try {
      await move(wish, 'moved');
    } catch (error) {
      complain(error);
    }
  }

  if (steps.length === 0) {
    return null;
  }
  const close = () => setOpen(undefined);
  return (
    <>
      <Stack direction="row" role="group" aria-label={t('ojeomneo.order.step.group')} sx={group}>
        {steps.map((step) =>
          step.kind === 'move' ? (
            <Button
              key={step.to}
              variant="contained"
              loading={busy && open === undefined}
              onClick={() => void moveAtOnce({ to: step.to })}
              sx={{ order: { xs: -1, sm: 1 }, ...touch }}
            >
              {t(`ojeomneo.order.step.${step.to}`)}
            </Button>
          ) : (
            <Button
              key={step.kind}
              variant="outlined"
              color={step.kind === 'cancel' ? 'error' : 'secondary'}
              onClick={() => setOpen(step)}
              sx={touch}
            >
              {t(`ojeomneo.order.step.${nameOf(step)}`)}
            </Button>
          ),
        )}
      </Stack>
      {open?.kind === 'delay' && (
        <DelayDialog
          title={t(`ojeomneo.order.step.${nameOf(open)}`)}
          accepts={open.to === 'ACCEPTED'}
          onMinutes={(delayMinutes) =>
            move({ to: open.to, delayMinutes }, open.to === undefined ? 'delayed' : 'moved')
          }
          onClose={close}
        />
      )}
      {open?.kind === 'cancel' && (
        <CancelDialog
          order={order}
          onReason={(reason) => move({ to: 'CANCELLED', reason }, 'cancelled')}
          onClose={close}
        />
      )}
    </>
  );
}

function nameOf(step: Step): string {
  if (step.kind === 'delay') {
    return step.to === 'ACCEPTED' ? 'acceptLater' : 'delay';
  }
  return step.kind === 'move' ? step.to : 'cancel';
}

const group = { gap: 1, flexWrap: 'wrap' };
const touch = { minHeight: { xs: 44, lg: 38 } };
