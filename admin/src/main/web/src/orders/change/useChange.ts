import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import { isRefused } from '../../api/problem';
import type { ChangeOrder, Dossier } from '../../api/schema';
import { useRefusal } from '../../notice/useComplaint';
import { attemptAnswered, attemptKey, isUnanswered } from '../attemptKey';

interface Props {
  order: string;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
}

/** Changes an order once, however often it is asked for because no answer came. */
export function useChange({ order, onAnswer, onStale }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const refusalOf = useRefusal();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; unanswered: boolean } | null>(null);
  const about = `change.${order}`;

  /** Whether it was done. */
  async function change(wish: ChangeOrder): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    try {
      const changed = await answer(
        api.POST('/api/orders/{id}/changes', {
          params: { path: { id: order }, header: { 'Idempotency-Key': attemptKey(about) } },
          body: wish,
        }),
      );
      attemptAnswered(about);
      onAnswer(changed);
      notify('ojeomneo.counter.change.saved', { type: 'success' });
      return true;
    } catch (error) {
      onStale();
      if (isUnanswered(error)) {
        setRefusal({ text: t('ojeomneo.counter.change.unanswered'), unanswered: true });
        return false;
      }
      // Signed in again, the person asks for the very same.
      if (!isRefused(error, 401)) {
        attemptAnswered(about);
      }
      const code = isRefused(error) ? error.code : '';
      const known = t(`ojeomneo.counter.refused.${code}`, { _: refusalOf(error) });
      const text = t(`ojeomneo.counter.change.refused.${code}`, { _: known });
      setRefusal({ text, unanswered: false });
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { change, busy, refusal };
}
