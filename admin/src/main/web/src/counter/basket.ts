/** What is in the basket and what may be chosen, without a page. Amounts are KRW; the API has the last word on them. */
import type { OfferedDish, OfferedGroup, Portions } from '../api/schema';

/** So many portions of one dish with the same options; known by name also when it is no longer on the menu. */
export interface Entry {
  menuId: string;
  name: string;
  optionIds: readonly string[];
  quantity: number;
}

export type Basket = readonly Entry[];

/** As many as the API takes of one order. */
const MOST_PER_ENTRY = 100;

/** Of one portion, its options included. */
export function priceOf(dish: OfferedDish, optionIds: readonly string[]): number {
  const chosen = dish.groups
    .flatMap(({ options }) => options)
    .filter(({ id }) => optionIds.includes(id));
  return chosen.reduce((sum, { price }) => sum + price, dish.price);
}

/** Of all that is still on the menu. */
export function totalOf(dishes: readonly OfferedDish[], basket: Basket): number {
  return basket.reduce((sum, { menuId, optionIds, quantity }) => {
    const dish = dishes.find((each) => each.menuId === menuId);
    return dish === undefined ? sum : sum + priceOf(dish, optionIds) * quantity;
  }, 0);
}

/** The choice after somebody touched an option: where only one may be chosen it takes the place of the other. */
export function withOption(
  group: OfferedGroup,
  chosen: readonly string[],
  option: string,
): readonly string[] {
  if (chosen.includes(option)) {
    return chosen.filter((id) => id !== option);
  }
  const ofGroup = chosenOf(group, chosen);
  if (group.maxChoices === 1) {
    return [...chosen.filter((id) => !ofGroup.includes(id)), option];
  }
  return ofGroup.length >= group.maxChoices ? chosen : [...chosen, option];
}

export function chosenOf(group: OfferedGroup, chosen: readonly string[]): string[] {
  return group.options.map(({ id }) => id).filter((id) => chosen.includes(id));
}

/** Whether of each group as many are chosen as its rule asks for, and none that has run out. */
export function isChosenRight(dish: OfferedDish, chosen: readonly string[]): boolean {
  const onMenu = dish.groups.flatMap(({ options }) => options);
  return (
    chosen.every((id) => onMenu.some((option) => option.id === id && !option.soldOut)) &&
    dish.groups.every((group) => {
      const count = chosenOf(group, chosen).length;
      return group.minChoices <= count && count <= group.maxChoices;
    })
  );
}

/** Whether the dish can be had: at this time of day, unless it is fetched at another. */
export function isOffered({ soldOut, onSale }: OfferedDish, isForLater: boolean): boolean {
  return !soldOut && (onSale || isForLater);
}

/** One more of it; the same dish with the same options stands in the basket once. */
export function withOneMore(basket: Basket, dish: OfferedDish, chosen: readonly string[]): Basket {
  const optionIds = [...chosen].sort();
  const same = basket.find(
    (each) => each.menuId === dish.menuId && each.optionIds.join() === optionIds.join(),
  );
  return same === undefined
    ? [...basket, { menuId: dish.menuId, name: dish.name, optionIds, quantity: 1 }]
    : withQuantity(basket, same, same.quantity + 1);
}

/** None takes it out. */
export function withQuantity(basket: Basket, entry: Entry, quantity: number): Basket {
  const whole = Number.isFinite(quantity)
    ? Math.min(MOST_PER_ENTRY, Math.max(0, Math.trunc(quantity)))
    : entry.quantity;
  return basket.flatMap((each) =>
    each !== entry ? [each] : whole === 0 ? [] : [{ ...entry, quantity: whole }],
  );
}

export type Trouble = { kind: 'gone' } | { kind: 'tooMany'; left: number };

/** Why an entry cannot be ordered as it stands; null when it can. */
export function troubleOf(
  dishes: readonly OfferedDish[],
  basket: Basket,
  entry: Entry,
  isForLater: boolean,
): Trouble | null {
  const dish = dishes.find(({ menuId }) => menuId === entry.menuId);
  if (dish === undefined || !isOffered(dish, isForLater) || !isChosenRight(dish, entry.optionIds)) {
    return { kind: 'gone' };
  }
  const wanted = basket
    .filter(({ menuId }) => menuId === entry.menuId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return dish.remaining !== null && wanted > dish.remaining
    ? { kind: 'tooMany', left: dish.remaining }
    : null;
}

/** As the API takes them. */
export function itemsOf(basket: Basket): Portions[] {
  return basket.map(({ menuId, quantity, optionIds }) => ({
    menuId,
    quantity,
    optionIds: [...optionIds],
  }));
}
