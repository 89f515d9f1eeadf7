import type { DatesTexts } from './dates.ko';

export const datesInEnglish: DatesTexts = {
  label: 'By date: %{column}',
  all: 'All dates',
  count: '%{name}, %{count} rows',
};
