import { Box, Link as MuiLink, Typography } from '@mui/material';
import { type ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { recordPath } from '../api/data';
import { useResource } from '../resource/declared';
import { formatMoney } from '../resource/value/number';
import { CustomerFact } from './CustomerFact';
import type { Dossier } from '../api/schema';
import { Section } from './Section';
import { momentOf } from './words';

/** Who ordered, where, for when, and how much it is. */
export function Facts({ dossier }: { dossier: Dossier }) {
  const t = useTranslate();
  const locale = useLocale();
  const { order, customer } = dossier;
  const shop = useResource('stores');
  const name = (key: string) => t(`ojeomneo.order.facts.${key}`);
  return (
    <Section title={name('title')}>
      <Box component="dl" sx={list}>
        <Fact name={name('amount')}>
          <Typography component="span" sx={{ fontSize: '1.25rem', fontWeight: 700 }}>
            {formatMoney(order.totalAmount, locale)}
          </Typography>
        </Fact>
        <Fact name={name('store')}>
          {shop === undefined ? (
            order.storeName
          ) : (
            <MuiLink component={Link} to={recordPath('stores', order.storeId)}>
              {order.storeName}
            </MuiLink>
          )}
        </Fact>
        <Fact name={t('ojeomneo.counter.facts.channel')}>
          {t(`ojeomneo.counter.channels.${order.channel}`)}
        </Fact>
        {order.channel === 'APP' && (
          <Fact name={name('customer')}>
            <CustomerFact customer={customer} />
          </Fact>
        )}
        {order.customerName !== null && (
          <Fact name={t('ojeomneo.counter.facts.name')}>{order.customerName}</Fact>
        )}
        <Fact name={name('ordered')}>{momentOf(order.createdAt)}</Fact>
        <Fact name={name('pickup')}>
          {order.pickupAt === null ? name('soon') : momentOf(order.pickupAt)}
        </Fact>
        {order.estimatedReadyAt !== null && (
          <Fact name={name('estimate')}>{momentOf(order.estimatedReadyAt)}</Fact>
        )}
        {order.status === 'PENDING_PAYMENT' && (
          <Fact name={name('payBy')}>{momentOf(order.expiresAt)}</Fact>
        )}
        {order.note !== null && order.note !== '' && <Fact name={name('note')}>{order.note}</Fact>}
        {order.cancelReason !== null && (
          <Fact name={name('cancelReason')}>{order.cancelReason}</Fact>
        )}
      </Box>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" color="textSecondary">
        {name}
      </Typography>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        {children}
      </Box>
    </>
  );
}

const ONE = 'minmax(72px, auto) minmax(0, 1fr)';
const list = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: {
    xs: ONE,
    sm: `${ONE} ${ONE}`,
    md: ONE,
  },
  columnGap: 2,
  rowGap: 1,
  alignItems: 'baseline',
};
