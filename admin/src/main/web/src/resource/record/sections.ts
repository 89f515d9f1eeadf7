import type { Column, Inline, Label, Resource } from '../../api/schema';

/** A page of a record: what of it stands there. */
export interface Section {
  name: string;
  label: Label | null;
  columns: Column[];
  inlines: Inline[];
}

/** The declared tabs that hold something; what names none is on the first. Without any, all is on one page. */
export function sectionsOf(resource: Resource, shows: (column: Column) => boolean): Section[] {
  const tabs: { name: string; label: Label | null }[] =
    resource.tabs.length > 0 ? resource.tabs : [{ name: 'all', label: null }];
  const first = tabs[0]?.name;
  const isOn = (tab: string | null | undefined, name: string) =>
    (tabs.some((each) => each.name === tab) ? tab : first) === name;
  return tabs
    .map(({ name, label }) => ({
      name,
      label,
      columns: resource.columns.filter((column) => isOn(column.tab, name) && shows(column)),
      inlines: resource.inlines.filter((inline) => isOn(inline.tab, name)),
    }))
    .filter(({ columns, inlines }) => columns.length + inlines.length > 0);
}

/** The page on which the first of these members of a form stands. */
export function sectionOf(sections: Section[], members: string[]): string | undefined {
  return sections.find(({ columns, inlines }) =>
    [...columns, ...inlines].some(({ name }) => members.includes(name)),
  )?.name;
}
