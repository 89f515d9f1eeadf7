import { useLocale } from 'react-admin';

/** A day and time as people here read it. */
export function useMoment(): (instant: string) => string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Seoul',
  });
  return (instant) => format.format(new Date(instant));
}
