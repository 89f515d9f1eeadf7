import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/http';

const EVERY_MS = 30_000;

/** Asked for again every 30 s, not behind another tab, and anew when the person comes back to it. */
export function useDashboard(day: string | null, store: string | null) {
  return useQuery({
    queryKey: ['dashboard', day, store],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/dashboard', {
          params: { query: { day: day ?? undefined, store: store ?? undefined } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: 'always',
  });
}
