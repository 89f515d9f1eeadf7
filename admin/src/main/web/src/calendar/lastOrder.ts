import type { useTranslate } from 'react-admin';
import type { CalendarSession } from '../api/schema';
import { toSeoul } from '../resource/value/seoul';

/** Until when orders are taken. A session that another follows without a pause has no last order. */
export function untilOf(
  { cutoffAt }: Pick<CalendarSession, 'cutoffAt'>,
  t: ReturnType<typeof useTranslate>,
): string {
  return cutoffAt === null
    ? t('ojeomneo.calendar.goesOn')
    : t('ojeomneo.calendar.until', { time: toSeoul(cutoffAt).slice(11) });
}
