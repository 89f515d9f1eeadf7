import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ReasonField } from '../orders/ReasonField';
import type { BoardOrder } from '../api/schema';
import { FormDialog } from '../notice/FormDialog';

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
    <FormDialog
      title={t('ojeomneo.board.cancelTitle', { number: order.number })}
      about={t('ojeomneo.board.cancelAbout')}
      submitLabel={t('ojeomneo.board.cancelAndRefund')}
      cancelLabel={t('ojeomneo.board.keep')}
      color="error"
      disabled={reason.trim() === ''}
      onSubmit={() => onReason(reason.trim())}
      onClose={onClose}
    >
      <ReasonField value={reason} common={common} onChange={setReason} />
    </FormDialog>
  );
}
