import { Alert } from '@mui/material';
import { useEffect, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { mayThey } from '../api/session';
import { PageHeader } from '../layout/PageHeader';
import { Waiting } from '../layout/Waiting';
import { CancellationDialog } from '../orders/CancellationDialog';
import { ordersIn, urgencyOf } from './board';
import { BoardActions } from './BoardActions';
import { Columns } from './Columns';
import { MenuDrawer } from './MenuDrawer';
import { useClock } from './OrderCard';
import { Ticket } from './Ticket';
import { useArrivals } from './useArrivals';
import { useBoard } from './useBoard';
import { useKept } from './useKept';
import { useNow } from './useNow';
import { useSteps } from './useSteps';
import { useWakeLock } from './useWakeLock';

/** The live order board: one screen for a kitchen. */
export default function BoardPage() {
  const t = useTranslate();
  const notify = useNotify();
  const { board, offlineSince, ahead, menusChanged, cancelled, take } = useBoard();
  const now = useNow(ahead);
  const [kept, keepShop] = useKept('shop', 'all');
  const [paper, keepPaper] = useKept('paper', '80');
  const [kitchen, setKitchen] = useState(false);
  const time = useClock();
  const shop = board?.shops.some(({ id }) => id === kept) === true ? kept : null;
  const waiting = board === null ? [] : ordersIn(board, 'PAID', shop);
  const escalated = waiting.some((order) => urgencyOf(order, now) === 'late');
  const fresh = useArrivals(board, shop, escalated);
  const steps = useSteps(take);
  useWakeLock();
  useEffect(() => {
    if (cancelled !== null && (shop === null || cancelled.storeId === shop)) {
      const { number, cancelReason: reason } = cancelled;
      notify('ojeomneo.board.cancelled', {
        type: 'warning',
        messageArgs: { number, reason: reason ?? '' },
        autoHideDuration: 15_000,
      });
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another shop being chosen is no news
  }, [cancelled, notify]);
  if (board === null && offlineSince === null) {
    return <Waiting />;
  }
  return (
    <>
      <PageHeader
        title={`${waiting.length > 0 ? `(${waiting.length}) ` : ''}${t('ojeomneo.board.title')}`}
        actions={
          <BoardActions
            shops={board?.shops ?? []}
            shop={shop}
            onShop={keepShop}
            paper={paper}
            onPaper={keepPaper}
            onKitchen={() => setKitchen(true)}
          />
        }
      />
      {offlineSince !== null && (
        <Alert severity="error" variant="filled" sx={offlineBar}>
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
        <Columns
          board={board}
          shop={shop}
          now={now}
          busy={steps.busy}
          fresh={fresh}
          offline={offlineSince !== null}
          steps={mayThey('ORDERS') ? steps.steps : null}
        />
      )}
      {kitchen && board !== null && (
        <MenuDrawer
          shops={board.shops}
          shop={shop}
          changed={menusChanged}
          onClose={() => setKitchen(false)}
        />
      )}
      {steps.cancelling !== null && (
        <CancellationDialog
          order={steps.cancelling}
          words="ojeomneo.board.cancelDialog"
          common={['soldOut', 'busy', 'closing']}
          onReason={steps.cancel}
          onClose={steps.keep}
        />
      )}
      {steps.printing !== null && (
        <Ticket order={steps.printing} width={Number(paper)} onPrinted={steps.printed} />
      )}
    </>
  );
}

/** However far somebody has scrolled. */
const offlineBar = { mb: 2, position: 'sticky', top: 8, zIndex: 'appBar' };
