import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/http';

export interface Wish {
  from?: string;
  to?: string;
  store?: string;
}

/** Asked for anew when the person comes back to it: what is over may still be paid back. */
export function useStatement(wish: Wish) {
  return useQuery({
    queryKey: ['settlement', wish],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/settlement', { params: { query: wish }, signal })),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always',
  });
}
