import type { Column, Resource, Row } from '../../api/schema';
import { inWords } from '../../i18n/language';
import { formatMoney, withSeparators } from './number';
import { toSeoul } from './seoul';

export interface Wording {
  locale: string;
  yes: string;
  no: string;
}

export function choiceLabel(column: Column, value: unknown, locale: string): string {
  const choice = column.choices?.find((each) => each.value === String(value));
  return choice === undefined ? plain(value) : inWords(choice.label, locale);
}

/** A value in words, on one line; empty for none. `title` is that of the row it refers to. */
export function textOf(column: Column, value: unknown, words: Wording, title?: string): string {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  switch (column.type) {
    case 'MONEY':
      return typeof value === 'number' ? formatMoney(value, words.locale) : plain(value);
    case 'INTEGER':
      return typeof value === 'number' ? withSeparators(value) : plain(value);
    case 'BOOLEAN':
      return value === true ? words.yes : words.no;
    case 'INSTANT':
      return toSeoul(plain(value)).replace('T', ' ');
    case 'TIME':
      return plain(value).slice(0, 5);
    case 'CHOICE':
      return choiceLabel(column, value, words.locale);
    case 'CHOICES':
      return list(value)
        .map((each) => choiceLabel(column, each, words.locale))
        .join(', ');
    case 'TAGS':
      return list(value).map(plain).join(', ');
    case 'REFERENCE':
      return title ?? plain(value);
    default:
      return plain(value);
  }
}

/** What a row is called. */
export function titleOf(resource: Resource, row: Row, words: Wording): string {
  const column = resource.columns.find(({ name }) => name === resource.title);
  const text =
    column === undefined
      ? plain(row[resource.title])
      : textOf(column, row[column.name], words, row.titles?.[column.name]);
  return text === '' ? row.id : text;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function plain(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
