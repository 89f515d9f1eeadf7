import { Button, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { CounterOrder } from '../api/schema';
import { useClock } from '../board/OrderCard';
import { Section } from '../orders/Section';
import { formatMoney } from '../resource/value/number';

/** The number, to be told to whoever ordered. */
export function Taken({ order, onNext }: { order: CounterOrder; onNext: () => void }) {
  const t = useTranslate();
  const locale = useLocale();
  const time = useClock();
  const isUnpaid = order.status === 'PENDING_PAYMENT';
  return (
    <Section title={t('ojeomneo.counter.taken')}>
      <Stack sx={{ alignItems: 'center', gap: 1.5, textAlign: 'center' }} role="status">
        <Typography sx={{ fontSize: '5rem', fontWeight: 800, lineHeight: 1.1 }}>
          {order.number}
        </Typography>
        {order.customerName !== null && (
          <Typography sx={{ fontSize: '1.5rem', fontWeight: 650 }}>{order.customerName}</Typography>
        )}
        <Typography>
          {isUnpaid
            ? t('ojeomneo.counter.takenUnpaid', {
                amount: formatMoney(order.totalAmount, locale),
                time: time(order.expiresAt),
              })
            : t('ojeomneo.counter.takenPaid')}
        </Typography>
      </Stack>
      <Stack direction="row" sx={{ gap: 1, mt: 2 }}>
        <Button
          component={Link}
          to={`/orders/${order.id}`}
          variant="outlined"
          size="large"
          sx={{ flex: 1, minHeight: 52 }}
        >
          {t('ojeomneo.counter.open')}
        </Button>
        <Button
          variant="contained"
          size="large"
          autoFocus
          sx={{ flex: 1, minHeight: 52 }}
          onClick={onNext}
        >
          {t('ojeomneo.counter.next')}
        </Button>
      </Stack>
    </Section>
  );
}
