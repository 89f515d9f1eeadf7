import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import { isRefused } from '../../api/problem';
import { attemptAnswered, attemptKey, isUnanswered } from '../attemptKey';
import type { Dossier } from '../../api/schema';
import type { Wish } from './RefundDialog';

interface Props {
  dossier: Dossier;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
}

/** Asks for a refund once, however often it is asked because no answer came. */
export function useRefund({ dossier, onAnswer, onStale }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; unanswered: boolean } | null>(null);
  const { id } = dossier.order;

  async function ask({ lines, reason }: Wish): Promise<'asked' | 'refused' | 'unanswered'> {
    setBusy(true);
    setRefusal(null);
    try {
      const asked = await answer(
        api.POST('/api/orders/{id}/refunds', {
          params: { path: { id }, header: { 'Idempotency-Key': attemptKey(id) } },
          body: { lines, reason },
        }),
      );
      attemptAnswered(id);
      onAnswer(asked);
      notify('ojeomneo.order.refund.asked', { type: 'success' });
      return 'asked';
    } catch (error) {
      onStale();
      if (isUnanswered(error)) {
        setRefusal({ text: t('ojeomneo.order.refund.unanswered'), unanswered: true });
        return 'unanswered';
      }
      // Signed in again, the person asks for the very same.
      if (!isRefused(error, 401)) {
        attemptAnswered(id);
      }
      const { code, message } = isRefused(error) ? error : { code: '', message: '' };
      const text = t(`ojeomneo.order.refund.refused.${code}`, { _: message });
      setRefusal({ text, unanswered: false });
      return 'refused';
    } finally {
      setBusy(false);
    }
  }
  return { ask, busy, refusal };
}
