import RefundIcon from '@mui/icons-material/Undo';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Dossier } from '../dossier';
import { RefundDialog } from './RefundDialog';

interface Props {
  dossier: Dossier;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
}

export function RefundButton(props: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<RefundIcon />}
        onClick={() => setOpen(true)}
      >
        {t('ojeomneo.order.refund.action')}
      </Button>
      {open && <RefundDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
