import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ReasonField } from '../orders/ReasonField';
import type { BoardOrder } from '../api/schema';

interface Props {
  order: BoardOrder;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Why a paid order is not made: the customer reads it. */
export function CancelDialog({ order, onReason, onClose }: Props) {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const common = ['soldOut', 'busy', 'closing'].map((name) => t(`ojeomneo.board.reasons.${name}`));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="cancel-title">
      <DialogTitle id="cancel-title">
        {t('ojeomneo.board.cancelTitle', { number: order.number })}
      </DialogTitle>
      <DialogContent sx={{ pt: '8px !important' }}>
        <Typography sx={{ mb: 2 }}>{t('ojeomneo.board.cancelAbout')}</Typography>
        <ReasonField value={reason} common={common} onChange={setReason} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ojeomneo.board.keep')}</Button>
        <Button
          variant="contained"
          color="error"
          disabled={reason.trim() === ''}
          onClick={() => onReason(reason.trim())}
        >
          {t('ojeomneo.board.cancelAndRefund')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
