import { Button } from '@mui/material';
import { useLocale, useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import type { Dossier, Refund } from '../../api/schema';
import { useComplaint } from '../../notice/useComplaint';
import { useRun } from '../../notice/useRun';
import { formatMoney } from '../../resource/value/number';

interface Props {
  order: string;
  refund: Refund;
  onAnswer: (dossier: Dossier) => void;
}

/** Says that money of the till is in the customer's hand. */
export function HandOver({ order, refund, onAnswer }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const { run, busy } = useRun(useComplaint());
  const handOver = () =>
    run(async () => {
      onAnswer(
        await answer(
          api.POST('/api/orders/{id}/refunds/{refund}/hand-over', {
            params: { path: { id: order, refund: refund.id } },
          }),
        ),
      );
      notify('ojeomneo.counter.handed', { type: 'success' });
    });
  return (
    <Button
      variant="contained"
      loading={busy}
      aria-label={t('ojeomneo.counter.handOverOf', {
        amount: formatMoney(refund.amount, locale),
      })}
      sx={{ minHeight: 44, mt: 0.5 }}
      onClick={() => void handOver()}
    >
      {t('ojeomneo.counter.handOver')}
    </Button>
  );
}
