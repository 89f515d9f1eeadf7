import { Box, Link as MuiLink } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ShopCalendar } from '../api/schema';
import { recordPath } from '../api/data';
import { Status } from '../orders/Status';
import { toSeoul } from '../resource/value/seoul';

/** Each with the way to it: they are cancelled or agreed upon with the customer one by one. */
export function StrandedOrders({ orders }: { orders: ShopCalendar['stranded'] }) {
  const t = useTranslate();
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, maxHeight: 160, overflow: 'auto' }}>
      {orders.map(({ id, number, status, pickupAt }) => (
        <li key={id}>
          <MuiLink component={Link} to={recordPath('orders', id)} target="_blank" color="inherit">
            {number}
          </MuiLink>{' '}
          {pickupAt === null ? t('ojeomneo.calendar.soon') : toSeoul(pickupAt).replace('T', ' ')}{' '}
          <Status status={status} />
        </li>
      ))}
    </Box>
  );
}
