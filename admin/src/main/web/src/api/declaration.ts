/** What the API declares of each resource (`GET /api/resources`): every list and form is made from it. */
import type { Words } from '../i18n/language';

export type Group = 'ORDERS' | 'CATALOGUE' | 'CUSTOMERS' | 'SETTINGS' | 'STAFF';

export type ColumnType =
  | 'ID'
  | 'TEXT'
  | 'LONG_TEXT'
  | 'INTEGER'
  | 'MONEY'
  | 'BOOLEAN'
  | 'INSTANT'
  | 'DATE'
  | 'TIME'
  | 'CHOICE'
  | 'CHOICES'
  | 'TAGS'
  | 'REFERENCE'
  | 'IMAGE'
  | 'IMAGE_URL'
  | 'JSON';

export type FilterKind = 'CHOICE' | 'BOOLEAN' | 'RANGE' | 'REFERENCE' | 'TEXT';

export interface Choice {
  value: string;
  label: Words;
}

export interface Column {
  name: string;
  label: Words;
  help?: Words | null;
  type: ColumnType;
  tab?: string | null;
  required: boolean;
  creatable: boolean;
  editable: boolean;
  listed: boolean;
  sortable: boolean;
  filter?: FilterKind | null;
  choices?: Choice[] | null;
  reference?: string | null;
  /** Of a number its value, of a text its length. */
  min?: number | null;
  max?: number | null;
  personal: boolean;
}

/** Rows that belong to a row and are saved with it. */
export interface Inline {
  name: string;
  label: Words;
  tab?: string | null;
  columns: Column[];
  inlines: Inline[];
  /** The order of the array is kept. */
  ordered: boolean;
}

export interface Related {
  resource: string;
  column: string;
  label: Words;
}

export interface Resource {
  name: string;
  label: Words;
  group: Group;
  title: string;
  searchable: boolean;
  defaultSort: string;
  can: { create: boolean; update: boolean; delete: boolean; reveal: boolean };
  tabs: { name: string; label: Words }[];
  columns: Column[];
  inlines: Inline[];
  related: Related[];
}

export interface Row {
  id: string;
  version?: number;
  /** Of the rows that it refers to, by column. */
  titles?: Record<string, string>;
  /** Columns whose value is hidden. */
  masked?: string[];
  [column: string]: unknown;
}

export interface RowPage {
  items: Row[];
  nextCursor: string | null;
  estimatedTotal: number;
}

export interface Deletion {
  allowed: boolean;
  goes: DeletionPart[];
  blocks: DeletionPart[];
}

export interface DeletionPart {
  resource: string;
  label: Words;
  count: number;
}

export interface HistoryEntry {
  id: string;
  at: string;
  staff: { id: string; name: string } | null;
  address?: string | null;
  action: string;
  reason?: string | null;
  changes: { column: string; label: Words | null; before: unknown; after: unknown }[];
}
