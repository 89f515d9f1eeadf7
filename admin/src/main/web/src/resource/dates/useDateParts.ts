import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listQuery } from '../../api/data';
import { answer, api } from '../../api/http';
import type { DatePart, Resource } from '../../api/schema';
import { type Filters, withFilter } from '../list/filters';
import { type Span, isCut } from './spans';

/** What a span is cut into, beside the other filters; undefined as long as nobody knows. */
export function useDateParts(
  resource: Resource,
  filters: Filters,
  span: Span | undefined,
): DatePart[] | undefined {
  const others = withFilter(filters, resource.dated ?? '', undefined);
  const { filter } = listQuery(others, undefined);
  const { data } = useQuery({
    queryKey: [resource.name, 'dates', span, filter],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/resources/{resource}/dates', {
          params: { path: { resource: resource.name }, query: { within: span, filter } },
          signal,
        }),
      ),
    enabled: isCut(span),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return data?.parts;
}
