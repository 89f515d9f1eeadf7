import { useRoute } from 'preact-iso';
import { answer, own } from '../api/client';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { clock, day, t, won } from '../i18n';
import { Lines } from './Lines';

/** For whoever pays the expenses: what was bought, how it was paid, and what came back. */
export function ReceiptPage() {
  const id = useRoute().params.id ?? '';
  const load = useLoad(
    'receipt',
    async () => {
      const params = { path: { id } };
      const [order, receipt] = await Promise.all([
        answer(own.GET('/orders/{id}', { params })),
        answer(own.GET('/orders/{id}/receipt', { params })),
      ]);
      return { order, receipt };
    },
    id,
  );
  return (
    <Screen title={t().receipt} parent={`/orders/${id}`}>
      <Loaded load={load}>
        {({ order, receipt }) => (
          <>
            <section class="card stack">
              <p class="row between">
                <span class="strong">{order.storeName}</span>
                <span class="badge">{order.number}</span>
              </p>
              <Lines order={order} />
              <dl class="facts">
                <dt>{t().paidAt}</dt>
                <dd>
                  {day(receipt.approvedAt)} {clock(receipt.approvedAt)}
                </dd>
                <dt>{t().paidWith}</dt>
                <dd>{receipt.method ?? '–'}</dd>
                <dt>{t().paid}</dt>
                <dd class="strong">{won(receipt.amount)}</dd>
                <dt>{t().vatIncluded}</dt>
                <dd>{won(vatOf(receipt.amount))}</dd>
                {receipt.refunded > 0 && (
                  <>
                    <dt>{t().refund}</dt>
                    <dd>−{won(receipt.refunded)}</dd>
                    <dt>{t().afterRefund}</dt>
                    <dd class="strong">{won(receipt.amount - receipt.refunded)}</dd>
                  </>
                )}
              </dl>
            </section>
            {receipt.url !== null && (
              <a class="button wide" href={receipt.url} target="_blank" rel="noopener noreferrer">
                {t().salesSlip}
              </a>
            )}
            <button class="button wide" type="button" onClick={() => print()}>
              {t().printReceipt}
            </button>
          </>
        )}
      </Loaded>
    </Screen>
  );
}

/** Prices carry 10 % value added tax. */
function vatOf(amount: number): number {
  return amount - Math.round(amount / 1.1);
}
