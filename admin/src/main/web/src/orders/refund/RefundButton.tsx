import RefundIcon from '@mui/icons-material/Undo';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Dossier } from '../../api/schema';
import { RefundDialog } from './RefundDialog';

interface Props {
  dossier: Dossier;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
}

/** The dialog stays when nothing is left meanwhile, and says so. */
export function RefundButton(props: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      {props.dossier.order.refundable > 0 && (
        <Button
          size="small"
          variant="outlined"
          startIcon={<RefundIcon />}
          onClick={() => setOpen(true)}
        >
          {t('ojeomneo.order.refund.action')}
        </Button>
      )}
      {open && <RefundDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
