import type { Inline, Resource, Row } from '../../api/schema';
import type { Values } from '../record/changes';

/** What a form starts with that makes another row like this one: with the rows within it, without what tells it apart. */
export function copyOf(
  resource: Resource,
  row: Row,
  titled: (title: string) => string,
): Partial<Row> {
  const copy: Values = { titles: row.titles, masked: row.masked };
  for (const { name, type, offInCopies, creatable } of resource.columns) {
    const value = row[name];
    if (!creatable || value === row.id) {
      continue;
    }
    if (offInCopies) {
      copy[name] = false;
    } else if (name === resource.title && type === 'TEXT' && typeof value === 'string') {
      copy[name] = titled(value);
    } else {
      copy[name] = value;
    }
  }
  for (const inline of resource.inlines) {
    copy[inline.name] = partsOf(inline, row[inline.name]);
  }
  return copy;
}

/** Rows within a row, as new ones. */
function partsOf(inline: Inline, parts: unknown): Values[] {
  return (Array.isArray(parts) ? (parts as Values[]) : []).map((part) => {
    const copy: Values = { ...part };
    delete copy.id;
    for (const inner of inline.inlines) {
      copy[inner.name] = partsOf(inner, part[inner.name]);
    }
    return copy;
  });
}

export function copyPath(resource: Resource, row: Row): string {
  return `/${resource.name}/create?${new URLSearchParams({ copy: row.id }).toString()}`;
}
