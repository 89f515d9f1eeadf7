import { Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { useAct } from '../../profile/useAct';
import { formatMoney } from '../../resource/value/number';
import { CancellationDialog } from '../CancellationDialog';

interface Props {
  order: { number: string; refundable: number };
  onReason: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** The end of an order, and of the money that was paid for it. */
export function CancelDialog({ order, onReason, onClose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { act, busy, refusal } = useAct();
  const cancel = (reason: string) =>
    act(async () => {
      await onReason(reason);
      onClose();
    });
  return (
    <CancellationDialog
      order={order}
      words="ojeomneo.order.cancel"
      common={['soldOut', 'busy', 'closing', 'customer']}
      busy={busy}
      refusal={refusal}
      onReason={(reason) => void cancel(reason)}
      onClose={onClose}
    >
      {order.refundable > 0 && (
        <Typography sx={{ fontWeight: 650 }}>
          {t('ojeomneo.order.cancel.money', { amount: formatMoney(order.refundable, locale) })}
        </Typography>
      )}
    </CancellationDialog>
  );
}
