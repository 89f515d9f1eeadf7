import LookIcon from '@mui/icons-material/ManageSearch';
import { Button } from '@mui/material';
import { useEffect, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import { useComplaint } from '../notice/useComplaint';
import { useRun } from '../notice/useRun';
import type { Dossier } from '../api/schema';

interface Props {
  dossier: Dossier;
  onAnswer: (dossier: Dossier) => void;
}

/** Asks a Server to look at this order's money at the provider. */
export function LookUpButton({ dossier, onAnswer }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const { run, busy } = useRun(useComplaint());
  const [asked, setAsked] = useState(false);
  const pending = dossier.check !== null;
  // Looks that nobody here asked for, after a message of the provider, are not worth a notice.
  useEffect(() => {
    if (asked && !busy && !pending) {
      setAsked(false);
      notify('ojeomneo.order.lookUp.nowDone', { type: 'success' });
    }
  }, [asked, busy, pending, notify]);
  const ask = () =>
    run(async () => {
      const params = { path: { id: dossier.order.id } };
      onAnswer(await answer(api.POST('/api/orders/{id}/look-ups', { params })));
      setAsked(true);
      notify('ojeomneo.order.lookUp.asked', { type: 'info' });
    });
  return (
    <Button
      size="small"
      startIcon={<LookIcon />}
      loading={busy || pending}
      loadingPosition="start"
      onClick={() => void ask()}
    >
      {t('ojeomneo.order.lookUp.action')}
    </Button>
  );
}
