import { Alert, Box, Button, Chip, Link as MuiLink, Stack } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { answer, api } from '../api/http';
import type { CounterOrder } from '../api/schema';
import { useClock } from '../board/OrderCard';
import { Quiet, Section } from '../orders/Section';
import { formatMoney } from '../resource/value/number';
import { EndDialog } from './EndDialog';
import { PayDialog } from './PayDialog';

export const UNPAID = ['counter', 'unpaid'];
const EVERY_MS = 20_000;

/** Orders that staff took and that wait for their money; also those that colleagues took. */
export function Unpaid() {
  const t = useTranslate();
  const queries = useQueryClient();
  const [open, setOpen] = useState<{ what: 'pay' | 'end'; order: CounterOrder }>();
  const { data, error } = useQuery({
    queryKey: UNPAID,
    queryFn: ({ signal }) => answer(api.GET('/api/counter/orders', { signal })),
    refetchInterval: EVERY_MS,
    refetchOnWindowFocus: 'always',
  });
  const reload = () => void queries.invalidateQueries({ queryKey: ['counter'] });
  const close = () => setOpen(undefined);
  return (
    <Section title={t('ojeomneo.counter.unpaid.title')}>
      {error !== null && <Alert severity="error">{error.message}</Alert>}
      {data?.length === 0 && <Quiet>{t('ojeomneo.counter.unpaid.none')}</Quiet>}
      <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data?.map((order) => (
          <Waiting
            key={order.id}
            order={order}
            onPay={() => setOpen({ what: 'pay', order })}
            onEnd={() => setOpen({ what: 'end', order })}
          />
        ))}
      </Stack>
      {open?.what === 'pay' && (
        <PayDialog order={open.order} onAnswer={reload} onStale={reload} onClose={close} />
      )}
      {open?.what === 'end' && (
        <EndDialog order={open.order} onAnswer={reload} onStale={reload} onClose={close} />
      )}
    </Section>
  );
}

interface Props {
  order: CounterOrder;
  onPay: () => void;
  onEnd: () => void;
}

function Waiting({ order, onPay, onEnd }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const time = useClock();
  const { number } = order;
  const word = (key: string, figures = {}) => t(`ojeomneo.counter.unpaid.${key}`, figures);
  return (
    <Stack component="li" direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 170 }}>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
          <MuiLink
            component={Link}
            to={`/orders/${order.id}`}
            aria-label={word('openOf', { number })}
            sx={{ fontSize: '1.25rem', fontWeight: 750 }}
          >
            {number}
          </MuiLink>
          <Chip size="small" label={t(`ojeomneo.counter.channels.${order.channel}`)} />
          <Box sx={{ fontWeight: 650 }}>{formatMoney(order.totalAmount, locale)}</Box>
        </Stack>
        <Quiet>
          {[
            order.customerName,
            order.storeName,
            order.pickupAt === null ? null : word('pickup', { time: time(order.pickupAt) }),
            word('until', { time: time(order.expiresAt) }),
          ]
            .filter((each) => each !== null)
            .join(' · ')}
        </Quiet>
      </Box>
      <Button
        variant="contained"
        aria-label={word('takeOf', { number })}
        onClick={onPay}
        sx={{ minHeight: 44 }}
      >
        {word('take')}
      </Button>
      <Button
        color="error"
        variant="outlined"
        aria-label={word('cancelOf', { number })}
        onClick={onEnd}
        sx={{ minHeight: 44 }}
      >
        {word('cancel')}
      </Button>
    </Stack>
  );
}
