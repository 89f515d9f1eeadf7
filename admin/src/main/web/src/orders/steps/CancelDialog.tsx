import { Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { FormDialog } from '../../notice/FormDialog';
import { useAct } from '../../profile/useAct';
import { formatMoney } from '../../resource/value/number';
import { ReasonField } from '../ReasonField';

interface Props {
  refundable: number;
  onReason: (reason: string) => Promise<void>;
  onClose: () => void;
}

const COMMON = ['soldOut', 'busy', 'closing', 'customer'];

/** Nothing is cancelled without a reason, which the customer reads. */
export function CancelDialog({ refundable, onReason, onClose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  const submit = () =>
    act(async () => {
      await onReason(reason.trim());
      onClose();
    });
  return (
    <FormDialog
      title={t('ojeomneo.order.cancel.title')}
      about={t('ojeomneo.order.cancel.about')}
      submitLabel={t('ojeomneo.order.cancel.submit')}
      cancelLabel={t('ojeomneo.order.cancel.keep')}
      color="error"
      busy={busy}
      disabled={reason.trim() === ''}
      refusal={refusal}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {refundable > 0 && (
        <Typography sx={{ fontWeight: 650 }}>
          {t('ojeomneo.order.cancel.money', { amount: formatMoney(refundable, locale) })}
        </Typography>
      )}
      <ReasonField
        value={reason}
        common={COMMON.map((each) => t(`ojeomneo.order.cancel.reasons.${each}`))}
        onChange={setReason}
      />
    </FormDialog>
  );
}
