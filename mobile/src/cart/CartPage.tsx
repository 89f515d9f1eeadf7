import { useSignal, type Signal } from '@preact/signals';
import { lazy, useRoute } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { answer, open } from '../api/client';
import { Refused } from '../api/problem';
import type { StoreView } from '../api/schema';
import { textSetting } from '../config';
import { Loaded, reason, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { Stepper } from '../design/Stepper';
import { useTurn } from '../design/turn';
import { clock, t, won } from '../i18n';
import { shell } from '../shell';
import { saleHours } from '../shop/availability';
import { each, MAX_PORTIONS, setQuantity, total, unsoldAt, type Cart, type Change } from './cart';
import { cartOf, keep } from './carts';
import { bringUpToDate, placeOrder, type Dishes } from './placing';

const ConsentSheet = lazy(() => import('../account/ConsentSheet').then((m) => m.ConsentSheet));

/** What was just refused may still look as it was before: the catalogue follows within a second. */
const CATALOGUE_LAG_MILLIS = 1_500;

export function CartPage() {
  const id = useRoute().params.store ?? '';
  const changes = useSignal<Change[]>([]);
  const load = useLoad(
    'cart',
    async () => {
      const [store, [changed, dishes]] = await Promise.all([
        answer(open.GET('/stores/{id}', { params: { path: { id } } })),
        bringUpToDate(id),
      ]);
      changes.value = [...changes.value, ...changed];
      return { store, dishes };
    },
    id,
  );
  const cart = cartOf(id);
  const now = load.of.value;
  useTurn(load, now.state === 'there' ? [now.value.store, ...now.value.dishes.values()] : []);
  return (
    <Screen title={cart ? t().cartOf(cart.storeName) : t().cart} parent={`/stores/${id}`}>
      <Changes changes={changes.value} />
      {cart ? (
        <>
          <Lines cart={cart} />
          <Loaded load={load}>
            {({ store, dishes }) => (
              <Order
                cart={cart}
                store={store}
                dishes={dishes}
                changes={changes}
                onStale={load.again}
              />
            )}
          </Loaded>
        </>
      ) : (
        <>
          <p>{t().emptyCart}</p>
          <a class="button primary" href="/">
            {t().goHome}
          </a>
        </>
      )}
    </Screen>
  );
}

/** Comes into view: it may be said far above the button that was pressed. */
function Changes({ changes }: { changes: Change[] }) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (changes.length > 0) {
      said.current?.scrollIntoView({ block: 'center' });
    }
  }, [changes]);
  return (
    <div ref={said} role="alert">
      {changes.length > 0 && (
        <div class="note">
          <p class="strong">{t().changedTitle}</p>
          {changes.map((change) => (
            <p key={change.kind + change.name}>{changed(change)}</p>
          ))}
        </div>
      )}
    </div>
  );
}

function Lines({ cart }: { cart: Cart }) {
  return (
    <ul class="stack">
      {cart.lines.map((line, index) => (
        <li
          key={line.menuId + line.options.map((option) => option.id).join()}
          class="card stack tight"
        >
          <p class="strong">{line.name}</p>
          {line.options.length > 0 && (
            <p class="quiet small">{line.options.map((option) => option.name).join(', ')}</p>
          )}
          <div class="row between">
            <Stepper
              label={`${line.name} ${t().quantity}`}
              value={line.quantity}
              min={0}
              max={MAX_PORTIONS}
              onChange={(value) => keep(setQuantity(cart, index, value))}
            />
            <span class="strong">{won(each(line) * line.quantity)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

interface OrderProps {
  cart: Cart;
  store: StoreView;
  dishes: Dishes;
  changes: Signal<Change[]>;
  /** The Server knows better than what is shown. */
  onStale: () => void;
}

function Order({ cart, store, dishes, changes, onStale }: OrderProps) {
  const chosen = useSignal<string | null>(null);
  const free = store.slots.filter(
    (slot) => slot.remaining > 0 && unsoldAt(cart, dishes, new Date(slot.at)).length === 0,
  );
  const pickupAt = free.some((slot) => slot.at === chosen.value) ? chosen.value : null;
  const unsold = pickupAt === null ? unsoldAt(cart, dishes, new Date()) : [];
  const note = useSignal('');
  const busy = useSignal(false);
  const failure = useSignal<Refused | null>(null);
  const asking = useSignal(false);
  const order = async () => {
    // A second tap comes before the button is seen to be off.
    if (busy.value) {
      return;
    }
    busy.value = true;
    failure.value = null;
    changes.value = [];
    try {
      const placed = await placeOrder(cart, pickupAt, note.value);
      if (placed.changes) {
        changes.value = placed.changes;
      } else {
        shell.leave(placed.checkoutUrl);
        return;
      }
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      if (refused.code === 'CONSENT_REQUIRED') {
        asking.value = true;
        return;
      }
      failure.value = refused;
      if (refused.status === 409) {
        onStale();
        setTimeout(onStale, CATALOGUE_LAG_MILLIS);
      }
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void order();
        }}
      >
        {store.slots.length > 0 && (
          <label class="field">
            <span class="strong">{t().pickup}</span>
            <select
              value={pickupAt ?? ''}
              onChange={(event) => {
                chosen.value = event.currentTarget.value || null;
              }}
            >
              <option value="">{t().pickupNow}</option>
              {free.map((slot) => (
                <option key={slot.at} value={slot.at}>
                  {t().slotLeft(clock(slot.at), slot.remaining)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label class="field">
          <span class="strong">{t().note}</span>
          <textarea
            rows={2}
            maxLength={200}
            placeholder={textSetting('orderNoteHint') ?? ''}
            value={note.value}
            onInput={(event) => {
              note.value = event.currentTarget.value;
            }}
          />
        </label>
        <p class="row between">
          <span>{t().total}</span>
          <span class="strong">{won(total(cart))}</span>
        </p>
        {unsold.length > 0 && (
          <p class="note" role="status">
            {unsold.map((dish) => (
              <span key={dish.id}>
                {t().soldOnly(dish.name, dish.availability ? saleHours(dish.availability) : '')}
                <br />
              </span>
            ))}
            {free.length > 0 ? t().pickLater : t().noSlotLeft}
          </p>
        )}
        <div role="alert" class="stack tight">
          {failure.value && <p class="note bad">{reason(failure.value)}</p>}
        </div>
        <div class="bar">
          <button
            class="button primary wide"
            type="submit"
            disabled={busy.value || !store.acceptingOrders || unsold.length > 0}
          >
            {!store.acceptingOrders
              ? t().notAccepting
              : busy.value
                ? t().ordering
                : t().pay(won(total(cart)))}
          </button>
        </div>
      </form>
      {asking.value && (
        <ConsentSheet
          onClose={() => {
            asking.value = false;
          }}
          onAgreed={() => {
            asking.value = false;
            void order();
          }}
        />
      )}
    </>
  );
}

function changed(change: Change): string {
  switch (change.kind) {
    case 'price':
      return t().changedPrice(change.name, won(change.before), won(change.after));
    case 'gone':
      return t().changedGone(change.name);
    case 'soldOut':
      return t().changedSoldOut(change.name);
    case 'options':
      return t().changedOptions(change.name);
  }
}
