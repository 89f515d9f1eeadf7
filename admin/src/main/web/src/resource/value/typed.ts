import type { Column } from '../../api/schema';
import { inWords } from '../../i18n/language';
import type { Wording } from './text';

/** What a column may hold; null where it is typed. */
export function choicesOf(
  column: Column,
  words: Wording,
): { value: string; text: string }[] | null {
  switch (column.type) {
    case 'BOOLEAN':
      return [
        { value: 'true', text: words.yes },
        { value: 'false', text: words.no },
      ];
    case 'CHOICE':
      return (column.choices ?? []).map(({ value, label }) => ({
        value,
        text: inWords(label, words.locale),
      }));
    default:
      return null;
  }
}

export function isNumeric({ type }: Column): boolean {
  return type === 'MONEY' || type === 'INTEGER';
}

/** What is sent of what was typed or chosen; null empties the column. */
export function valueOf(column: Column, typed: string): string | number | boolean | null {
  if (typed.trim() === '') {
    return null;
  }
  if (column.type === 'BOOLEAN') {
    return typed === 'true';
  }
  const number = Number(typed.replace(/[,\s%]/g, ''));
  return isNumeric(column) && Number.isFinite(number) ? number : typed;
}
