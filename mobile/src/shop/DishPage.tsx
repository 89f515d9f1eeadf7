import { useSignal } from '@preact/signals';
import { useLocation, useRoute } from 'preact-iso';
import { answer, open } from '../api/client';
import type { MenuDetail, OptionGroup, StoreView } from '../api/schema';
import { add, each, isComplete, MAX_PORTIONS, toggle, type CartLine } from '../cart/cart';
import { cartOf, keep } from '../cart/carts';
import { Heart } from '../favourite/Heart';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { Stepper } from '../design/Stepper';
import { useTurn } from '../design/turn';
import { t, won } from '../i18n';
import { isGone, isLater, isSoldAt, saleHours } from './availability';

export function DishPage() {
  const id = useRoute().params.id ?? '';
  const load = useLoad(
    'dish',
    async () => {
      const dish = await answer(open.GET('/menus/{id}', { params: { path: { id } } }));
      const path = { id: dish.storeId };
      return { dish, store: await answer(open.GET('/stores/{id}', { params: { path } })) };
    },
    id,
  );
  const now = load.of.value;
  useTurn(load, now.state === 'there' ? [now.value.dish, now.value.store] : []);
  return (
    <Screen
      title={now.state === 'there' ? now.value.dish.name : t().menus}
      parent="/"
      aside={<Heart key={id} kind="MENU" id={id} />}
    >
      <Loaded load={load}>{({ dish, store }) => <Dish dish={dish} store={store} />}</Loaded>
    </Screen>
  );
}

function Dish({ dish, store }: { dish: MenuDetail; store: StoreView }) {
  const { route } = useLocation();
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const quantity = useSignal(1);
  const options = dish.optionGroups
    .flatMap((group) => group.options)
    .filter((option) => chosen.value.has(option.id))
    .map(({ id, name, price }) => ({ id, name, price }));
  const line: CartLine = {
    menuId: dish.id,
    name: dish.name,
    price: dish.price,
    quantity: quantity.value,
    options,
  };
  const complete = isComplete(dish.optionGroups, chosen.value);
  const later = isLater(dish);
  const bookable =
    !isGone(dish) &&
    (!later || store.slots.some((slot) => isSoldAt(dish.availability, new Date(slot.at))));
  const put = () => {
    const cart = cartOf(store.id) ?? { storeId: store.id, storeName: store.name, lines: [] };
    keep(add(cart, line));
    route(`/stores/${store.id}`, true);
  };
  return (
    <>
      {dish.imageUrl !== null && (
        <img class="hero" src={dish.imageUrl} alt="" width="608" height="200" />
      )}
      <p>{dish.description}</p>
      <p class="strong">{won(dish.price)}</p>
      {dish.availability && (
        <p class={later ? 'note' : 'quiet'} role={later ? 'status' : undefined}>
          {later
            ? `${t().notNow} · ${saleHours(dish.availability)}`
            : t().soldHours(saleHours(dish.availability))}
          {later && bookable && (
            <>
              <br />
              {t().forLater}
            </>
          )}
        </p>
      )}
      {dish.optionGroups.map((group) => (
        <Group
          key={group.id}
          group={group}
          chosen={chosen.value}
          onToggle={(option) => {
            chosen.value = toggle(group, chosen.value, option);
          }}
        />
      ))}
      <div class="row between">
        <span class="strong">{t().quantity}</span>
        <Stepper
          label={t().quantity}
          value={quantity.value}
          min={1}
          max={MAX_PORTIONS}
          onChange={(value) => {
            quantity.value = value;
          }}
        />
      </div>
      {dish.allergens.length > 0 && (
        <section>
          <h2>{t().allergens}</h2>
          <p>{dish.allergens.map((allergen) => allergen.name).join(', ')}</p>
        </section>
      )}
      {dish.origin !== null && (
        <section>
          <h2>{t().origin}</h2>
          <p>{dish.origin}</p>
        </section>
      )}
      <div class="bar">
        <button
          class="button primary wide"
          type="button"
          disabled={!bookable || !complete}
          onClick={put}
        >
          {!bookable
            ? later
              ? t().notNow
              : t().soldOut
            : complete
              ? t().addToCart(won(each(line) * quantity.value))
              : t().chooseFirst}
        </button>
      </div>
    </>
  );
}

interface GroupProps {
  group: OptionGroup;
  chosen: ReadonlySet<string>;
  onToggle: (option: string) => void;
}

function Group({ group, chosen, onToggle }: GroupProps) {
  const { minChoices: min, maxChoices: max } = group;
  return (
    <fieldset class="card stack tight">
      <legend>{group.name}</legend>
      <p class="row small">
        <span class="badge">{min > 0 ? t().required : t().optional}</span>
        <span class="quiet">
          {min === max ? t().chooseExactly(min) : t().chooseBetween(min, max)}
        </span>
      </p>
      {group.options.map((option) => (
        <label key={option.id} class={option.soldOut ? 'check off' : 'check'}>
          <input
            type={min === 1 && max === 1 ? 'radio' : 'checkbox'}
            name={group.id}
            checked={chosen.has(option.id)}
            disabled={option.soldOut}
            onChange={() => onToggle(option.id)}
          />
          <span>{option.name}</span>
          <span>{option.soldOut ? t().soldOut : option.price > 0 && `+${won(option.price)}`}</span>
        </label>
      ))}
    </fieldset>
  );
}
