import LookIcon from '@mui/icons-material/ManageSearch';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { recordPath } from '../api/data';
import { call } from '../api/http';
import type { Dossier } from './dossier';

interface Props {
  dossier: Dossier;
  onAnswer: (dossier: Dossier) => void;
}

/** Asks a Server to look at this order's money at the provider. */
export function LookUpButton({ dossier, onAnswer }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  async function ask() {
    setBusy(true);
    try {
      const path = `${recordPath('orders', dossier.order.id)}/look-ups`;
      onAnswer(await call<Dossier>(path, { method: 'POST' }));
      notify('ojeomneo.order.lookUp.asked', { type: 'info' });
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ojeomneo.error.unknown', { type: 'error' });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button
      size="small"
      startIcon={<LookIcon />}
      loading={busy || dossier.check !== null}
      loadingPosition="start"
      onClick={() => void ask()}
    >
      {t('ojeomneo.order.lookUp.action')}
    </Button>
  );
}
