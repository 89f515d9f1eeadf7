import { useListContext } from 'react-admin';
import type { SortPayload } from 'react-admin';
import type { Row } from '../../api/schema';
import type { Filters } from './filters';

export interface Listed {
  rows: Row[] | undefined;
  error: Error | null;
  isFetching: boolean;
  refetch: () => void;
  estimatedTotal: number | undefined;
  /** Whether that is all of them, and all are shown. */
  isWhole: boolean;
  filters: Filters;
  setFilters: (filters: Filters) => void;
  sort: SortPayload;
  perPage: number;
}

/** react-admin's list, with the types that our rows and filters have. */
export function useRows(): Listed {
  const list = useListContext<Row>();
  const meta = list.meta as { estimatedTotal?: number } | undefined;
  return {
    rows: list.data,
    error: list.error,
    isFetching: list.isFetching ?? false,
    refetch: () => void list.refetch(),
    estimatedTotal: meta?.estimatedTotal,
    isWhole: list.page === 1 && list.hasNextPage !== true,
    filters: (list.filterValues ?? {}) as Filters,
    setFilters: (filters) => list.setFilters(filters),
    sort: list.sort,
    perPage: list.perPage,
  };
}
