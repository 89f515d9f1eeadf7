import type { Column, Inline, Resource, Row } from '../../api/schema';

/** Rows within a row, as they are edited. */
export type Values = Record<string, unknown>;

/** Two JSON values that say the same. What was never set, what is null and an emptied text are one. */
export function same(a: unknown, b: unknown): boolean {
  if (isNothing(a) || isNothing(b)) {
    return isNothing(a) && isNothing(b);
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, i) => same(each, b[i]));
  }
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const left = a as Values;
    const right = b as Values;
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
      same(left[key], right[key]),
    );
  }
  return a === b;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** The members of a form: columns that may be written, and rows within. */
export function formOf(resource: Resource, row: Partial<Row>, creating: boolean): Values {
  const values: Values = {};
  for (const column of resource.columns) {
    if (isWritable(column, row, creating)) {
      values[column.name] = row[column.name] ?? startOf(column, creating);
    }
  }
  for (const inline of resource.inlines) {
    values[inline.name] = row[inline.name] ?? [];
  }
  return values;
}

/** Nobody saves the stars of a hidden value. */
export function isWritable(column: Column, row: Partial<Row>, creating: boolean): boolean {
  const hidden = row.masked?.includes(column.name) ?? false;
  return (creating ? column.creatable : column.editable) && !hidden;
}

function startOf(column: Column, creating: boolean): unknown {
  switch (column.type) {
    // Left out, the database decides what a new row starts with.
    case 'BOOLEAN':
      return creating && !column.required ? null : false;
    case 'CHOICES':
    case 'TAGS':
      return creating && !column.required ? null : [];
    default:
      return null;
  }
}

/** A new row within a row. */
export function newPart(inline: Inline): Values {
  const values: Values = {};
  for (const column of inline.columns) {
    values[column.name] = startOf(column, false);
  }
  for (const inner of inline.inlines) {
    values[inner.name] = [];
  }
  return values;
}

/** What a form sends: only what differs from the row as it was read. */
export function changed(base: Values, form: Values): Values {
  return Object.fromEntries(
    Object.entries(form)
      .filter(([name, value]) => !same(base[name], value))
      .map(([name, value]) => [name, cleaned(value)]),
  );
}

/** An emptied input means "none"; what the form itself keeps of rows is not sent. */
export function cleaned(value: unknown): unknown {
  if (value === '' || value === undefined) {
    return null;
  }
  if (Array.isArray(value)) {
    return value.map(cleaned);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !name.startsWith('_'))
        .map(([name, each]) => [name, cleaned(each)]),
    );
  }
  return value;
}
