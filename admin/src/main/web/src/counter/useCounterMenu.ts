import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/http';

/** What a shop sells now; looked at again now and then, because others sell it as well. */
export function useCounterMenu(store: string, isWanted = true) {
  return useQuery({
    queryKey: ['counter', 'menu', store],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/stores/{id}/counter', { params: { path: { id: store } }, signal })),
    enabled: isWanted && store !== '',
    refetchInterval: 30_000,
    refetchOnWindowFocus: 'always',
  });
}
