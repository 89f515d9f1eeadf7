import { useLocale, useTranslate } from 'react-admin';

/** Figures as people read them, null as a dash. */
export function useWords() {
  const locale = useLocale();
  const t = useTranslate();
  const ofNumber = new Intl.NumberFormat(locale);
  const ofWon = new Intl.NumberFormat(locale, { style: 'currency', currency: 'KRW' });
  const ofShare = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const orDash = (format: (value: number) => string) => (value: number | null) =>
    value === null ? '–' : format(value);
  return {
    count: orDash((value) => ofNumber.format(value)),
    won: orDash((value) => ofWon.format(value)),
    share: orDash((value) => ofShare.format(value)),
    /** Of two shares. */
    points: (value: number) =>
      t('ojeomneo.dashboard.points', { value: ofNumber.format(Math.round(value * 1000) / 10) }),
    seconds: orDash((value) =>
      value < 60
        ? t('ojeomneo.dashboard.seconds', { seconds: value })
        : t('ojeomneo.dashboard.minutes', {
            minutes: Math.floor(value / 60),
            seconds: value % 60,
          }),
    ),
    time: (instant: string) =>
      new Intl.DateTimeFormat(locale, {
        hour: 'numeric',
        minute: '2-digit',
        timeZone: 'Asia/Seoul',
      }).format(new Date(instant)),
  };
}

export type Words = ReturnType<typeof useWords>;
