/** Korean is in the first download; English comes when somebody reads it. */
import { signal } from '@preact/signals';
import { ko, type Texts } from './ko';

export type Language = 'ko' | 'en';

const KEPT = 'ojeomneo.language';

const spoken = signal<Language>('ko');
const texts = signal<Texts>(ko);

export function language(): Language {
  return spoken.value;
}

export function t(): Texts {
  return texts.value;
}

export async function speak(wanted: Language): Promise<void> {
  texts.value = wanted === 'en' ? (await import('./en')).en : ko;
  spoken.value = wanted;
  document.documentElement.lang = wanted;
  localStorage.setItem(KEPT, wanted);
}

/** What was chosen here before, else what the browser asks for. */
export async function speakAsBefore(): Promise<void> {
  const kept = localStorage.getItem(KEPT) ?? navigator.language;
  if (kept.startsWith('en')) {
    await speak('en');
  }
}

export function won(amount: number): string {
  const digits = amount.toLocaleString(spoken.value);
  return spoken.value === 'ko' ? `${digits}원` : `₩${digits}`;
}

/** Shops live by the clock of Seoul, wherever the phone is. */
export function clock(instant: string): string {
  return new Date(instant).toLocaleTimeString(spoken.value, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Seoul',
  });
}

export function day(instant: string): string {
  return new Date(instant).toLocaleDateString(spoken.value, {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'Asia/Seoul',
  });
}
