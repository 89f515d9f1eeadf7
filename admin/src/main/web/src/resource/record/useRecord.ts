import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Row } from '../../api/schema';
import { answer, api } from '../../api/http';

/** One row as the API has it, and what to do when it has become another. */
export function useRecord(resource: string, id: string) {
  const queries = useQueryClient();
  const key = ['record', resource, id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/{resource}/{id}', { params: { path: { resource, id } }, signal })),
  });
  /** The row is known anew: lists, its history and what refers to it are asked for again. */
  function accept(row: Row) {
    queries.setQueryData(key, row);
    refreshRest();
  }
  function refreshRest() {
    void queries.invalidateQueries({ queryKey: [resource] });
    void queries.invalidateQueries({ queryKey: ['history', resource, id] });
  }
  return { ...query, accept, refreshRest };
}
