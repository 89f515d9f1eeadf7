import { answer, open, own } from '../api/client';
import type { OrderView } from '../api/schema';
import { isKnown, user } from '../api/session';
import { asked, config } from '../config';
import { Loaded, useLoad, type Load } from '../design/Loaded';
import { useTurn } from '../design/turn';
import { t } from '../i18n';
import { StoreCard } from '../shop/StoreCard';
import { hoursTurn } from '../shop/hours';
import { Mine } from './Mine';
import { Popular } from './Popular';

/** What is offered before anything is looked for. It is shown at once and whole: nothing moves under a thumb. */
export function Today() {
  const known = user.value !== null || isKnown();
  const stores = useLoad('stores', () =>
    answer(open.GET('/stores', { params: { query: { limit: 100 } } })),
  );
  const popular = useLoad('popular', () =>
    answer(open.GET('/menus/popular', { params: { query: { limit: 10 } } })),
  );
  useTurn(stores, valueOf(stores)?.items.map(hoursTurn) ?? []);
  useTurn(popular, valueOf(popular)?.items ?? []);
  const mine = useLoad('my-orders', () => (known ? lastOrders() : Promise.resolve([])), known);
  if (!asked.value || [stores, popular, mine].some(isLoading)) {
    return (
      <div class="stack" role="progressbar" aria-label={t().loading}>
        <div class="skeleton" />
        <div class="skeleton" />
        <div class="skeleton" />
        <div class="skeleton" />
      </div>
    );
  }
  const notices = config.value?.notices ?? [];
  return (
    <>
      {notices.length > 0 && (
        <section class="stack tight" aria-label={t().notices}>
          {notices.map((notice) => (
            <details key={notice.id} class="note">
              <summary class="strong">{notice.title}</summary>
              <p>{notice.body}</p>
            </details>
          ))}
        </section>
      )}
      <Mine orders={valueOf(mine) ?? []} />
      <Popular dishes={valueOf(popular)?.items ?? []} />
      <section class="stack">
        <h2>{t().stores}</h2>
        <Loaded load={stores}>
          {(page) => (
            <ul class="stack">
              {[...page.items]
                .sort((a, b) => Number(b.acceptingOrders) - Number(a.acceptingOrders))
                .map((store) => (
                  <li key={store.id}>
                    <StoreCard store={store} />
                  </li>
                ))}
            </ul>
          )}
        </Loaded>
      </section>
    </>
  );
}

async function lastOrders(): Promise<OrderView[]> {
  return (await answer(own.GET('/orders', { params: { query: { limit: 20 } } }))).items;
}

function isLoading(load: Load<unknown>): boolean {
  return load.of.value.state === 'loading';
}

/** Without it the page is still of use. */
function valueOf<T>(load: Load<T>): T | undefined {
  const now = load.of.value;
  return now.state === 'there' ? now.value : undefined;
}
