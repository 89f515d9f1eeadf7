import { Box, Link as MuiLink, Stack } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { recordPath } from '../api/data';
import { formatMoney } from '../resource/value/number';
import type { OtherOrder } from '../api/schema';
import { Quiet, Section } from './Section';
import { Status } from './Status';
import { momentOf } from './words';

export function OtherOrders({ orders }: { orders: OtherOrder[] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Section title={t('ojeomneo.order.others.title')}>
      {orders.length === 0 && <Quiet>{t('ojeomneo.order.others.none')}</Quiet>}
      <Stack component="ul" spacing={1.25} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {orders.map((order) => (
          <li key={order.id}>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
              <MuiLink
                component={Link}
                to={recordPath('orders', order.id)}
                sx={{ fontWeight: 650, py: 0.5 }}
              >
                {order.number}
              </MuiLink>
              <Status status={order.status} />
              <Box sx={{ flex: 1 }} />
              {formatMoney(order.totalAmount, locale)}
            </Stack>
            <Quiet>
              {order.storeName} · {momentOf(order.createdAt)}
            </Quiet>
          </li>
        ))}
      </Stack>
    </Section>
  );
}
