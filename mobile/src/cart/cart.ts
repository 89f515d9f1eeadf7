/** The rules of a cart, without storage and without pages. */
import type { MenuDetail, OptionGroup, OrderView, PlaceOrder } from '../api/schema';
import { isGone, isSoldAt } from '../shop/availability';

export interface ChosenOption {
  id: string;
  name: string;
  price: number;
}

export interface CartLine {
  menuId: string;
  name: string;
  /** Of one portion, without options; KRW. */
  price: number;
  quantity: number;
  options: ChosenOption[];
}

export interface Cart {
  storeId: string;
  storeName: string;
  lines: CartLine[];
}

export type Change =
  | { kind: 'price'; name: string; before: number; after: number }
  | { kind: 'gone' | 'soldOut' | 'options'; name: string };

export const MAX_PORTIONS = 99;

export function each(line: Pick<CartLine, 'price' | 'options'>): number {
  return line.options.reduce((sum, option) => sum + option.price, line.price);
}

export function total(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + each(line) * line.quantity, 0);
}

export function portions(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** The same dish with the same options is one line. */
export function add(cart: Cart, line: CartLine): Cart {
  const same = cart.lines.findIndex((other) => identity(other) === identity(line));
  if (same < 0) {
    return { ...cart, lines: [...cart.lines, line] };
  }
  return setQuantity(cart, same, (cart.lines[same]?.quantity ?? 0) + line.quantity);
}

/** Without the line when the quantity is 0. */
export function setQuantity(cart: Cart, index: number, quantity: number): Cart {
  const lines =
    quantity <= 0
      ? cart.lines.filter((_, at) => at !== index)
      : cart.lines.map((line, at) =>
          at === index ? { ...line, quantity: Math.min(quantity, MAX_PORTIONS) } : line,
        );
  return { ...cart, lines };
}

/** Whether the choice keeps the rule of each of the dish's option groups. */
export function isComplete(groups: OptionGroup[], chosen: ReadonlySet<string>): boolean {
  return groups.every((group) => {
    const count = group.options.filter((option) => chosen.has(option.id)).length;
    return count >= group.minChoices && count <= group.maxChoices;
  });
}

/** In a group of one the other choice goes; in a full group of several nothing is added. */
export function toggle(
  group: OptionGroup,
  chosen: ReadonlySet<string>,
  option: string,
): ReadonlySet<string> {
  const next = new Set(chosen);
  if (next.has(option)) {
    if (group.minChoices === 1 && group.maxChoices === 1) {
      return chosen;
    }
    next.delete(option);
    return next;
  }
  const others = group.options.filter((each) => next.has(each.id));
  if (group.maxChoices === 1) {
    others.forEach((each) => next.delete(each.id));
  } else if (others.length >= group.maxChoices) {
    return chosen;
  }
  next.add(option);
  return next;
}

/**
 * What is still to be had of a cart, at today's prices, and what the customer has to be told.
 *
 * @param dishes as the Server has them now; one that is missing is no longer sold
 */
export function recheck(cart: Cart, dishes: ReadonlyMap<string, MenuDetail>): [Cart, Change[]] {
  const changes: Change[] = [];
  const lines = cart.lines.flatMap((line) => {
    const [now, change] = recheckLine(line, dishes.get(line.menuId));
    if (change) {
      changes.push(change);
    }
    return now ? [now] : [];
  });
  return [{ ...cart, lines }, changes];
}

function recheckLine(line: CartLine, dish: MenuDetail | undefined): [CartLine?, Change?] {
  const { name } = line;
  if (!dish) {
    return [undefined, { kind: 'gone', name }];
  }
  if (isGone(dish)) {
    return [undefined, { kind: 'soldOut', name }];
  }
  const known = new Map(
    dish.optionGroups.flatMap((group) => group.options).map((option) => [option.id, option]),
  );
  const options = line.options.map((option) => known.get(option.id));
  if (options.some((option) => option === undefined || option.soldOut)) {
    return [undefined, { kind: 'options', name }];
  }
  const chosen = new Set(line.options.map((option) => option.id));
  if (!isComplete(dish.optionGroups, chosen)) {
    return [undefined, { kind: 'options', name }];
  }
  const now: CartLine = {
    ...line,
    name: dish.name,
    price: dish.price,
    options: options
      .filter((option) => option !== undefined)
      .map(({ id, name: called, price }) => ({ id, name: called, price })),
  };
  return each(now) === each(line)
    ? [now]
    : [now, { kind: 'price', name: dish.name, before: each(line), after: each(now) }];
}

/** The dishes of the cart that are not sold at this moment, each once. */
export function unsoldAt(
  cart: Cart,
  dishes: ReadonlyMap<string, MenuDetail>,
  instant: Date,
): MenuDetail[] {
  const ids = new Set(cart.lines.map((line) => line.menuId));
  return [...ids]
    .flatMap((id) => dishes.get(id) ?? [])
    .filter((dish) => !isSoldAt(dish.availability, instant));
}

/**
 * The cart at the prices of the order that was made of it, which are never cached ones.
 *
 * @param items the order's lines, as {@link toOrder} asked for them
 */
export function reprice(cart: Cart, items: OrderView['items']): [Cart, Change[]] {
  const changes: Change[] = [];
  const lines = cart.lines.map((line, index) => {
    const item = items[index];
    if (!item) {
      return line;
    }
    const now: CartLine = { ...line, price: item.unitPrice, options: item.options };
    if (each(now) !== each(line)) {
      changes.push({ kind: 'price', name: line.name, before: each(line), after: each(now) });
    }
    return now;
  });
  return [{ ...cart, lines }, changes];
}

/** The lines that an order was made of, at the prices that were paid then. */
export function linesOf(order: Pick<OrderView, 'items'>): CartLine[] {
  return order.items.map(({ menuId, name, unitPrice, quantity, options }) => ({
    menuId,
    name,
    price: unitPrice,
    quantity,
    options,
  }));
}

export function toOrder(cart: Cart, pickupAt: string | null, note: string): PlaceOrder {
  return {
    storeId: cart.storeId,
    items: cart.lines.map((line) => ({
      menuId: line.menuId,
      quantity: line.quantity,
      optionIds: line.options.map((option) => option.id),
    })),
    ...(pickupAt === null ? {} : { pickupAt }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}

function identity(line: CartLine): string {
  return [line.menuId, ...line.options.map((option) => option.id).sort()].join(' ');
}
