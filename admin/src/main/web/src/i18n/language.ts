import type { Label } from '../api/schema';

export type Language = 'ko' | 'en';

const KEY = 'ojeomneo.language';

/** Korean until somebody chooses otherwise, whatever their browser speaks. */
export function language(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'ko';
}

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEY, chosen);
  document.documentElement.lang = chosen;
}

/** A text that the API declares in both languages. */
export function inWords(words: Label | null | undefined, chosen: string): string {
  if (words === null || words === undefined) {
    return '';
  }
  return chosen === 'en' ? words.en : words.ko;
}
