import { ALL } from './changes';

/** What each load shows of the catalogue; those that are not here show nothing that staff change. */
const CONCERNS: Partial<Record<string, (name: string, key: unknown) => boolean>> = {
  stores: ofAnyShop,
  popular: ofAnyShop,
  found: ofAnyShop,
  favourites: ofAnyShop,
  categories: () => false,
  shop: (name, store) => name === `menus:${String(store)}`,
  cart: (name, store) => name === `menus:${String(store)}`,
  dish: (name, dish) => ofAnyShop(name) || name === `menu:${String(dish)}`,
};

/**
 * Whether what was loaded is to be asked for again.
 *
 * @param load as `useLoad` has it
 * @param key the first of its keys
 */
export function concerns(names: readonly string[], load: string, key: unknown): boolean {
  const concern = CONCERNS[load];
  return concern !== undefined && names.some((name) => name === ALL || concern(name, key));
}

function ofAnyShop(name: string): boolean {
  return name.startsWith('menus:');
}
