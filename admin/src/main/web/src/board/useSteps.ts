import { useCallback, useRef, useState } from 'react';
import { answer, api } from '../api/http';
import { useComplaint } from '../notice/useComplaint';
import type { BoardOrder, MoveOrder } from '../api/schema';
import type { Steps } from './OrderCard';

/** Below this a second touch was meant for the card that has just moved away from under the finger. */
const SAME_TOUCH_MS = 400;

/** What a kitchen does with an order, and the two dialogs of it. */
export function useSteps(take: (order: BoardOrder) => void) {
  const complain = useComplaint();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [cancelling, setCancelling] = useState<BoardOrder | null>(null);
  const [printing, setPrinting] = useState<BoardOrder | null>(null);
  const touched = useRef({ id: '', at: 0 });
  async function move(order: BoardOrder, wish: MoveOrder) {
    const at = performance.now();
    const last = touched.current;
    touched.current = { id: order.id, at };
    if (last.id !== order.id && at - last.at < SAME_TOUCH_MS) {
      return;
    }
    setBusy((all) => new Set([...all, order.id]));
    const params = { path: { id: order.id } };
    try {
      take(await answer(api.POST('/api/orders/{id}/transitions', { params, body: wish })));
    } catch (error) {
      complain(error);
      await answer(api.GET('/api/orders/{id}/board', { params })).then(take, () => undefined);
    } finally {
      setBusy((all) => new Set([...all].filter((id) => id !== order.id)));
    }
  }
  const steps: Steps = {
    move: (order, wish) => void move(order, wish),
    cancel: setCancelling,
    print: setPrinting,
  };
  return {
    steps,
    busy,
    cancelling,
    printing,
    keep: () => setCancelling(null),
    cancel: (reason: string) => {
      if (cancelling !== null) {
        void move(cancelling, { to: 'CANCELLED', reason });
      }
      setCancelling(null);
    },
    printed: useCallback(() => setPrinting(null), []),
  };
}
