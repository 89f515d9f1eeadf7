import type { Group, Resource } from '../api/schema';

/** As they stand in the menu. */
export const GROUPS: readonly Group[] = ['ORDERS', 'CATALOGUE', 'CUSTOMERS', 'SETTINGS', 'STAFF'];

export function inMenuOrder(resources: readonly Resource[]): Resource[] {
  return GROUPS.flatMap((group) => resources.filter((resource) => resource.group === group));
}
