import CloseIcon from '@mui/icons-material/CloseOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button, Card, Chip, IconButton, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { BoardOrder, MoveOrder, OrderStatus } from '../api/schema';
import { type LiveStatus, minutesBetween, urgencyOf } from './board';

export interface Steps {
  move: (order: BoardOrder, wish: MoveOrder) => void;
  cancel: (order: BoardOrder) => void;
  print: (order: BoardOrder) => void;
}

interface Props {
  order: BoardOrder;
  now: number;
  busy: boolean;
  fresh: boolean;
  offline: boolean;
  /** Null for whoever may only look. */
  steps: Steps | null;
  showShop: boolean;
}

const NEXT: Record<LiveStatus, OrderStatus> = {
  PAID: 'ACCEPTED',
  ACCEPTED: 'PREPARING',
  PREPARING: 'READY',
  READY: 'COMPLETED',
};

const TONE = { calm: 'divider', soon: 'warning.main', late: 'error.main' } as const;
const LATER = [5, 10, 20];

/** One order, to be read from two metres and touched with wet hands. */
export function OrderCard({ order, now, busy, fresh, offline, steps, showShop }: Props) {
  const t = useTranslate();
  const time = useClock();
  const urgency = urgencyOf(order, now);
  const status = order.status as LiveStatus;
  const laterLabel = t(`ojeomneo.board.${status === 'PAID' ? 'acceptLaterGroup' : 'delayGroup'}`);
  const since = Date.parse(order.paidAt ?? order.createdAt);
  const locked = busy || offline;
  const later = status === 'PAID' || status === 'ACCEPTED' || status === 'PREPARING';
  return (
    <Card
      component="article"
      aria-label={t('ojeomneo.board.order', { number: order.number })}
      variant="outlined"
      sx={{
        p: 1.5,
        borderWidth: 2,
        borderColor: TONE[urgency],
        ...(fresh && status === 'PAID' ? flash : {}),
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
        <Typography
          component={Link}
          to={`/orders/${order.id}`}
          sx={{ fontSize: '1.75rem', fontWeight: 800, lineHeight: 1.1, color: 'text.primary' }}
        >
          {order.number}
        </Typography>
        <Box sx={{ flex: 1 }}>
          <Typography
            sx={{ fontWeight: 650, color: urgency === 'calm' ? undefined : TONE[urgency] }}
          >
            {t('ojeomneo.board.elapsed', { smart_count: Math.max(0, minutesBetween(since, now)) })}
            {urgency !== 'calm' && ` · ${t(`ojeomneo.board.${urgency}`)}`}
          </Typography>
          {showShop && (
            <Typography variant="body2" color="textSecondary">
              {order.storeName}
            </Typography>
          )}
        </Box>
        {steps !== null && (
          <IconButton aria-label={t('ojeomneo.board.print')} onClick={() => steps.print(order)}>
            <PrintIcon />
          </IconButton>
        )}
      </Stack>
      {(order.channel !== 'APP' || order.customerName !== null) && (
        <Stack direction="row" sx={{ mt: 0.75, gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Chip size="small" label={t(`ojeomneo.counter.channels.${order.channel}`)} />
          {order.customerName !== null && (
            <Typography sx={{ fontWeight: 650 }}>{order.customerName}</Typography>
          )}
        </Stack>
      )}
      <Typography variant="body2" color="textSecondary" sx={{ my: 0.5 }}>
        {order.pickupAt !== null &&
          `${t('ojeomneo.board.pickup', { time: time(order.pickupAt) })} · `}
        {status === 'PAID' && order.acceptBy !== null
          ? t('ojeomneo.board.acceptBy', { time: time(order.acceptBy) })
          : order.estimatedReadyAt !== null &&
            t('ojeomneo.board.readyAt', { time: time(order.estimatedReadyAt) })}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {order.items.map((item) => (
          <Typography
            component="li"
            key={item.line}
            sx={{ fontSize: '1.0625rem', fontWeight: 600 }}
          >
            {item.name} × {item.quantity}
            {item.replaces !== null && (
              <Chip
                size="small"
                color="info"
                variant="outlined"
                label={t('ojeomneo.counter.instead')}
                sx={{ ml: 1 }}
              />
            )}
            {item.options.length > 0 && (
              <Typography component="span" variant="body2" color="textSecondary">
                {' '}
                {item.options.join(', ')}
              </Typography>
            )}
          </Typography>
        ))}
      </Box>
      {order.note !== null && order.note !== '' && (
        <Typography sx={{ mt: 1, px: 1, py: 0.5, borderRadius: 1, bgcolor: 'action.selected' }}>
          “{order.note}”
        </Typography>
      )}
      {steps !== null && (
        <Stack sx={{ mt: 1.25, gap: 1 }}>
          <Stack direction="row" sx={{ gap: 1 }}>
            <Button
              variant="contained"
              size="large"
              fullWidth
              loading={busy}
              disabled={locked}
              sx={{ minHeight: 52, fontSize: '1.0625rem' }}
              onClick={() => steps.move(order, { to: NEXT[status] })}
            >
              {t(`ojeomneo.board.next.${status}`)}
            </Button>
            <IconButton
              aria-label={t('ojeomneo.board.cancel')}
              disabled={locked}
              sx={{ width: 52, height: 52 }}
              onClick={() => steps.cancel(order)}
            >
              <CloseIcon />
            </IconButton>
          </Stack>
          {later && (
            <Stack
              direction="row"
              role="group"
              aria-label={laterLabel}
              sx={{ gap: 1, alignItems: 'center' }}
            >
              <Typography variant="body2" color="textSecondary">
                {laterLabel}
              </Typography>
              {LATER.map((minutes) => (
                <Button
                  key={minutes}
                  variant="outlined"
                  disabled={locked}
                  sx={{ flex: 1, minHeight: 48, minWidth: 0, px: 0.5 }}
                  aria-label={t(`ojeomneo.board.${status === 'PAID' ? 'acceptLater' : 'delay'}`, {
                    smart_count: minutes,
                  })}
                  onClick={() =>
                    steps.move(order, {
                      ...(status === 'PAID' ? { to: 'ACCEPTED' } : {}),
                      delayMinutes: minutes,
                    })
                  }
                >
                  +{minutes}
                </Button>
              ))}
            </Stack>
          )}
        </Stack>
      )}
    </Card>
  );
}

/** The first frame stays for whoever wants nothing to move. */
const flash = {
  '@keyframes arrived': { from: { backgroundColor: 'rgba(251, 146, 60, 0.55)' } },
  '@media (prefers-reduced-motion: no-preference)': {
    animation: 'arrived 0.8s ease-out 5',
  },
  '@media (prefers-reduced-motion: reduce)': { outline: '3px solid', outlineColor: 'primary.main' },
};

/** Hours and minutes of Seoul. */
export function useClock(): (instant: string) => string {
  const locale = useLocale();
  return (instant) =>
    new Date(instant).toLocaleTimeString(locale === 'en' ? 'en-GB' : 'ko-KR', {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      timeZone: 'Asia/Seoul',
    });
}
