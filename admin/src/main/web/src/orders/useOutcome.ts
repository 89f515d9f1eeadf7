import { useEffect, useRef } from 'react';
import { useLocale, useNotify } from 'react-admin';
import { formatMoney } from '../resource/value/number';
import type { Dossier } from '../api/schema';

/** Says when a refund is done that this page saw under way. */
export function useOutcome(dossier: Dossier): void {
  const notify = useNotify();
  const locale = useLocale();
  const before = useRef(dossier);
  useEffect(() => {
    const { refunds } = before.current;
    before.current = dossier;
    for (const refund of dossier.refunds) {
      const was = refunds.find(({ id }) => id === refund.id);
      if (refund.status === 'DONE' && was !== undefined && was.status !== 'DONE') {
        const amount = formatMoney(refund.amount, locale);
        notify('ojeomneo.order.refunds.nowDone', { type: 'success', messageArgs: { amount } });
      }
    }
  }, [dossier, notify, locale]);
}
