import { Box, Stack, Tab, Tabs, Typography, useMediaQuery, useTheme } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Board, COLUMNS, type LiveStatus, ordersIn } from './board';
import { OrderCard, type Steps } from './OrderCard';

interface Props {
  board: Board;
  shop: string | null;
  now: number;
  busy: ReadonlySet<string>;
  fresh: ReadonlySet<string>;
  /** What is shown may be old: nothing of it can be touched. */
  offline: boolean;
  steps: Steps | null;
}

/** The orders by what is to be done with them; on a phone one state at a time. */
export function Columns({ board, shop, now, busy, fresh, offline, steps }: Props) {
  const t = useTranslate();
  const [state, setState] = useState<LiveStatus>('PAID');
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const titleOf = (status: LiveStatus) => t(`ojeomneo.board.states.${status}`);
  return (
    <Box sx={offline ? { filter: 'grayscale(1)' } : undefined}>
      {narrow && (
        <Tabs value={state} onChange={(_, next: LiveStatus) => setState(next)} variant="fullWidth">
          {COLUMNS.map((status) => (
            <Tab
              key={status}
              value={status}
              label={`${titleOf(status)} ${ordersIn(board, status, shop).length}`}
              sx={[tab, status === 'PAID' && ordersIn(board, 'PAID', shop).length > 0 && waiting]}
            />
          ))}
        </Tabs>
      )}
      <Box sx={grid}>
        {(narrow ? [state] : COLUMNS).map((status) => {
          const orders = ordersIn(board, status, shop);
          return (
            <Box component="section" key={status} aria-label={titleOf(status)}>
              {!narrow && (
                <Typography variant="h2" sx={{ mb: 1 }}>
                  {titleOf(status)} {orders.length}
                </Typography>
              )}
              <Stack sx={{ gap: 1.5 }}>
                {orders.length === 0 && (
                  <Typography color="textSecondary" sx={empty}>
                    {t('ojeomneo.board.none')}
                  </Typography>
                )}
                {orders.map((order) => (
                  <OrderCard
                    key={order.id}
                    order={order}
                    now={now}
                    busy={busy.has(order.id)}
                    fresh={fresh.has(order.id)}
                    offline={offline}
                    steps={steps}
                    showShop={shop === null && board.shops.length > 1}
                  />
                ))}
              </Stack>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

const grid = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
  '@media (min-width: 1000px)': { gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' },
  mt: 1,
};
const tab = { minWidth: 0, px: 0.5, minHeight: 48 };
const waiting = { color: 'primary.main', fontWeight: 800 };
const empty = { py: 2, textAlign: 'center', border: 1, borderColor: 'divider', borderRadius: 2 };
