import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answer, api } from '../api/http';
import type { Dossier } from '../api/schema';
import { isSettled, pauseAfter } from './polling';

/**
 * One order as the API has it. While a Server has something to do with its money it is asked for again, less and less
 * often while nothing changes; not behind another tab, and anew when the person comes back to it.
 */
export function useDossier(id: string) {
  const queries = useQueryClient();
  const key = ['dossier', id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/orders/{id}/dossier', { params: { path: { id } }, signal })),
    refetchOnWindowFocus: 'always',
  });
  const { data, dataUpdatedAt, errorUpdatedAt, refetch } = query;
  const seen = useRef({ data, unchanged: 0 });

  useEffect(() => {
    if (data === undefined || isSettled(data)) {
      return undefined;
    }
    // An answer that says the same is the same object: react-query shares what did not change.
    const unchanged = seen.current.data === data ? seen.current.unchanged + 1 : 0;
    seen.current = { data, unchanged };
    const timer = setTimeout(() => {
      if (!document.hidden) {
        void refetch();
      }
    }, pauseAfter(unchanged));
    return () => clearTimeout(timer);
  }, [data, dataUpdatedAt, errorUpdatedAt, refetch]);

  /** What the API answered to something that was done. */
  function accept(dossier: Dossier) {
    queries.setQueryData(key, dossier);
    void queries.invalidateQueries({ queryKey: ['orders'] });
    void queries.invalidateQueries({ queryKey: ['history', 'orders', id] });
  }
  return { ...query, accept };
}
