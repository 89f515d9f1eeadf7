import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '../api/data';
import { answer, api } from '../api/http';
import type { Row, ShopCalendar } from '../api/schema';
import { useRecord } from '../resource/record/useRecord';

/** One weekly session; the day of the week is ISO's, as a text: 1 is Monday. */
export interface Hours extends Span {
  dayOfWeek: string;
}

export interface Closure {
  fromDay: string;
  toDay: string;
  reason: string;
}

/** One business day; null and no hours are as usual. */
export interface SpecialDay {
  /** Absent for one that is not saved yet. */
  id?: string;
  day: string;
  cutoffMinutes: number | null;
  slotCapacity: number | null;
  hours: Span[];
}

export interface Span {
  opensAt: string;
  closesAt: string;
}

/** What is edited here of a shop, as `PUT /api/stores/{id}` takes it. */
export interface ShopTimes {
  storeHours: Hours[];
  storeClosures: Closure[];
  storeDays: SpecialDay[];
  cutoffMinutes: number;
  prepMinutes: number;
  slotMinutes: number;
  slotCapacity: number;
}

export function timesOf(row: Row): ShopTimes {
  return row as unknown as ShopTimes;
}

/** A shop and its days, and how it is changed. */
export function useCalendar(store: string, from: string, days: number) {
  const queries = useQueryClient();
  const record = useRecord('stores', store);
  const where = { path: { id: store }, query: { from, days } };
  const calendar = useQuery({
    queryKey: ['calendar', store, from, days],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/stores/{id}/calendar', { params: where, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    refetchOnWindowFocus: 'always',
  });
  /** The days as they would be; nothing is written. */
  function drafted(values: Partial<ShopTimes>): Promise<ShopCalendar> {
    return answer(
      api.POST('/api/stores/{id}/calendar/draft', { params: where, body: { ...values } }),
    );
  }
  async function save(base: Row, values: Partial<ShopTimes>): Promise<void> {
    const saved = await answer(
      api.PUT('/api/{resource}/{id}', {
        params: { path: { resource: 'stores', id: store }, header: ifMatch(base.version) },
        body: { ...values },
      }),
    );
    record.accept(saved);
    await queries.invalidateQueries({ queryKey: ['calendar', store] });
  }
  return { record, calendar, drafted, save };
}

export type Calendar = ReturnType<typeof useCalendar>;
