import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import { isRefused } from '../api/problem';
import type { CounterOrder, TakeOrder } from '../api/schema';
import { useRefusal } from '../notice/useComplaint';
import { attemptAnswered, attemptKey, isUnanswered } from '../orders/attemptKey';

const ABOUT = 'counter';

/** Takes an order once, however often it is asked for because no answer came. */
export function useTake(onTaken: (order: CounterOrder) => void, onRefused: () => void) {
  const t = useTranslate();
  const refusalOf = useRefusal();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; unanswered: boolean } | null>(null);

  async function take(wish: TakeOrder) {
    setBusy(true);
    setRefusal(null);
    try {
      const taken = await answer(
        api.POST('/api/counter/orders', {
          params: { header: { 'Idempotency-Key': attemptKey(ABOUT) } },
          body: wish,
        }),
      );
      attemptAnswered(ABOUT);
      onTaken(taken);
    } catch (error) {
      onRefused();
      if (isUnanswered(error)) {
        setRefusal({ text: t('ojeomneo.counter.unanswered'), unanswered: true });
        return;
      }
      const code = isRefused(error) ? error.code : '';
      // The key is that of the order before: this basket is another one, once somebody has looked.
      if (code === 'IDEMPOTENCY_KEY_REUSED') {
        attemptAnswered(ABOUT);
      }
      const said = t(`ojeomneo.counter.refused.${code}`, { _: refusalOf(error) });
      setRefusal({ text: said, unanswered: false });
    } finally {
      setBusy(false);
    }
  }
  return { take, busy, refusal };
}
