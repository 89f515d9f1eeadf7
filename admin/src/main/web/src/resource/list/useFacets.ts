import { useQuery } from '@tanstack/react-query';
import { useResourceContext } from 'react-admin';
import { answer, api } from '../../api/http';
import { listQuery } from '../../api/data';
import { type Filterable, withFilter } from './filters';
import { useRows } from './useRows';

/**
 * How many rows a choice of this filter would leave, beside the other filters; undefined where it is not known, because
 * it is not cheap to know.
 */
export function useFacets(column: Filterable): (value: string) => number | undefined {
  const resource = useResourceContext() ?? '';
  const { filters } = useRows();
  const { filter } = listQuery(withFilter(filters, column.name, undefined), undefined);
  const { data } = useQuery({
    queryKey: [resource, 'facets', column.name, filter],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/resources/{resource}/facets', {
          params: { path: { resource }, query: { column: column.name, filter } },
          signal,
        }),
      ),
    enabled: column.type === 'CHOICE' || column.type === 'BOOLEAN',
    retry: false,
  });
  const counts = data?.counts;
  return (value) => (counts === undefined || counts === null ? undefined : (counts[value] ?? 0));
}
