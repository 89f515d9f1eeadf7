import KitchenIcon from '@mui/icons-material/SoupKitchenOutlined';
import SoundIcon from '@mui/icons-material/VolumeUpOutlined';
import SilentIcon from '@mui/icons-material/VolumeOffOutlined';
import {
  Alert,
  Box,
  Button,
  MenuItem,
  Stack,
  Tab,
  Tabs,
  TextField,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { call } from '../api/http';
import { mayThey } from '../api/session';
import { PageHeader } from '../layout/PageHeader';
import { Waiting } from '../layout/Waiting';
import {
  type Board,
  type BoardOrder,
  COLUMNS,
  type LiveStatus,
  arrived,
  ordersIn,
  urgencyOf,
} from './board';
import { CancelDialog } from './CancelDialog';
import { MenuDrawer } from './MenuDrawer';
import { OrderCard, type Steps, useClock } from './OrderCard';
import { ring, unlockSound } from './sound';
import { Ticket } from './Ticket';
import { useBoard } from './useBoard';
import { useKept } from './useKept';
import { useNow } from './useNow';

const ALL = 'all';
const ESCALATED_EVERY_MS = 10_000;

/** The live order board: one screen for a kitchen. */
export default function BoardPage() {
  const t = useTranslate();
  const { board, offlineSince, ahead, menusChanged, take } = useBoard();
  const now = useNow(ahead);
  const [kept, keepShop] = useKept('shop', ALL);
  const [paper, keepPaper] = useKept('paper', '80');
  const [heard, setHeard] = useState(false);
  const [kitchen, setKitchen] = useState(false);
  const [state, setState] = useState<LiveStatus>('PAID');
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const time = useClock();
  const shop = board?.shops.some(({ id }) => id === kept) === true ? kept : null;
  const fresh = useArrivals(board, shop);
  const waiting = board === null ? [] : ordersIn(board, 'PAID', shop);
  const escalated = waiting.some((order) => urgencyOf(order, now) === 'late');
  const { steps, busy, cancelling, printing, ...dialogs } = useSteps(take);
  useEffect(() => {
    if (escalated) {
      const timer = setInterval(ring, ESCALATED_EVERY_MS);
      return () => clearInterval(timer);
    }
    return undefined;
  }, [escalated]);
  useWakeLock();
  if (board === null && offlineSince === null) {
    return <Waiting />;
  }
  const columns = narrow ? [state] : COLUMNS;
  return (
    <>
      <PageHeader
        title={`${waiting.length > 0 ? `(${waiting.length}) ` : ''}${t('ojeomneo.board.title')}`}
        actions={
          <>
            <TextField
              select
              size="small"
              label={t('ojeomneo.board.shop')}
              value={shop ?? ALL}
              onChange={(event) => keepShop(event.target.value)}
              sx={{ minWidth: 140 }}
            >
              <MenuItem value={ALL}>{t('ojeomneo.board.allShops')}</MenuItem>
              {board?.shops.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              size="small"
              label={t('ojeomneo.board.paper')}
              value={paper}
              onChange={(event) => keepPaper(event.target.value)}
              sx={{ minWidth: 96 }}
            >
              <MenuItem value="58">58 mm</MenuItem>
              <MenuItem value="80">80 mm</MenuItem>
            </TextField>
            <Button
              variant="outlined"
              startIcon={heard ? <SoundIcon /> : <SilentIcon />}
              aria-pressed={heard}
              onClick={() => {
                if (heard) {
                  setHeard(false);
                } else {
                  void unlockSound().then(() => {
                    setHeard(true);
                    ring();
                  });
                }
              }}
            >
              {t(heard ? 'ojeomneo.board.soundOn' : 'ojeomneo.board.soundOff')}
            </Button>
            {mayThey('ORDERS') && (
              <Button
                variant="outlined"
                startIcon={<KitchenIcon />}
                onClick={() => setKitchen(true)}
              >
                {t('ojeomneo.board.kitchen')}
              </Button>
            )}
          </>
        }
      />
      {offlineSince !== null && (
        <Alert severity="error" variant="filled" sx={{ mb: 2 }}>
          {t('ojeomneo.board.offline', { time: time(new Date(offlineSince).toISOString()) })}
        </Alert>
      )}
      {board?.shops
        .filter(({ id, paused }) => paused && (shop === null || id === shop))
        .map(({ id, name }) => (
          <Alert key={id} severity="warning" sx={{ mb: 2 }}>
            {t('ojeomneo.board.paused', { name })}
          </Alert>
        ))}
      {board !== null && (
        <Box sx={{ opacity: offlineSince === null ? 1 : 0.5 }}>
          {narrow && (
            <Tabs
              value={state}
              onChange={(_, next: LiveStatus) => setState(next)}
              variant="fullWidth"
            >
              {COLUMNS.map((status) => (
                <Tab
                  key={status}
                  value={status}
                  label={`${t(`ojeomneo.board.states.${status}`)} ${ordersIn(board, status, shop).length}`}
                  sx={{ minWidth: 0, px: 0.5, minHeight: 48 }}
                />
              ))}
            </Tabs>
          )}
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, 1fr)' },
              mt: 1,
            }}
          >
            {columns.map((status) => (
              <Box
                component="section"
                key={status}
                aria-label={t(`ojeomneo.board.states.${status}`)}
              >
                {!narrow && (
                  <Typography variant="h2" sx={{ mb: 1 }}>
                    {t(`ojeomneo.board.states.${status}`)} {ordersIn(board, status, shop).length}
                  </Typography>
                )}
                <Stack sx={{ gap: 1.5 }}>
                  {ordersIn(board, status, shop).map((order) => (
                    <OrderCard
                      key={order.id}
                      order={order}
                      now={now}
                      busy={busy.has(order.id)}
                      fresh={fresh.has(order.id)}
                      steps={mayThey('ORDERS') && offlineSince === null ? steps : null}
                      showShop={shop === null && board.shops.length > 1}
                    />
                  ))}
                </Stack>
              </Box>
            ))}
          </Box>
        </Box>
      )}
      {kitchen && board !== null && (
        <MenuDrawer
          shops={board.shops}
          shop={shop}
          changed={menusChanged}
          onClose={() => setKitchen(false)}
        />
      )}
      {cancelling !== null && (
        <CancelDialog order={cancelling} onReason={dialogs.cancelled} onClose={dialogs.kept} />
      )}
      {printing !== null && <Ticket order={printing} width={paper} onPrinted={dialogs.printed} />}
    </>
  );
}

/** What arrived a moment ago; it is heard as well. */
function useArrivals(board: Board | null, shop: string | null): ReadonlySet<string> {
  const before = useRef<Board | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const came = board === null ? [] : arrived(before.current, board, shop);
    before.current = board ?? before.current;
    if (came.length > 0) {
      setFresh(new Set(came.map(({ id }) => id)));
      ring();
    }
  }, [board, shop]);
  return fresh;
}

function useSteps(take: (order: BoardOrder) => void) {
  const notify = useNotify();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [cancelling, setCancelling] = useState<BoardOrder | null>(null);
  const [printing, setPrinting] = useState<BoardOrder | null>(null);
  async function move(order: BoardOrder, wish: object) {
    setBusy((all) => new Set([...all, order.id]));
    try {
      take(
        await call<BoardOrder>(`/orders/${order.id}/transitions`, { method: 'POST', body: wish }),
      );
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ojeomneo.error.unknown', { type: 'error' });
      await call<BoardOrder>(`/orders/${order.id}/board`).then(take, () => undefined);
    } finally {
      setBusy((all) => new Set([...all].filter((id) => id !== order.id)));
    }
  }
  const steps: Steps = {
    move: (order, wish) => void move(order, wish),
    cancel: setCancelling,
    print: setPrinting,
  };
  const [printed] = useState(() => () => setPrinting(null));
  return {
    steps,
    busy,
    cancelling,
    printing,
    kept: () => setCancelling(null),
    cancelled: (reason: string) => {
      if (cancelling !== null) {
        void move(cancelling, { to: 'CANCELLED', reason });
      }
      setCancelling(null);
    },
    printed,
  };
}

/** A board that goes dark is none; where the browser cannot help, the tablet's own settings must. */
function useWakeLock() {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    async function hold() {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) {
        return;
      }
      try {
        lock = await navigator.wakeLock.request('screen');
        if (over) {
          await lock.release();
        }
      } catch {
        // Refused, for example by a low battery: asked for again when the page is looked at.
      }
    }
    const again = () => void hold();
    void hold();
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
