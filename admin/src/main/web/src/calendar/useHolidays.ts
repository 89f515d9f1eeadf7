import { useQuery } from '@tanstack/react-query';

/** Public holidays of the years in view, from the official gazette; none of a year that is not published yet. */
export function useHolidays(years: string[]): Readonly<Record<string, readonly string[]>> {
  const { data } = useQuery({
    queryKey: ['holidays', ...years],
    queryFn: async () => {
      const { getHolidayPreset } = await import('@hyunbinseo/holidays-kr');
      const all = await Promise.all(years.map((year) => getHolidayPreset(year).catch(() => ({}))));
      return Object.assign({}, ...all) as Record<string, readonly string[]>;
    },
    staleTime: Infinity,
  });
  return data ?? {};
}
