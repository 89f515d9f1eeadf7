import type { DragTexts } from './drag.ko';

export const dragInEnglish: DragTexts = {
  order: 'Move',
  grip: 'Move %{name}',
  role: 'row that can be moved',
  how: 'Space or Enter lifts it, the arrows up and down move it, the same key puts it down. Esc leaves it where it was.',
  lifted: '%{name}: lifted, %{place} of %{of}.',
  over: '%{name}: %{place} of %{of}.',
  dropped: '%{name}: put down, %{place} of %{of}.',
  left: '%{name}: left where it was.',
  saved: 'The order is saved.',
  undone: 'The order is as it was.',
  sorted: 'Sorted by “%{column}”, rows can be put in order by dragging.',
  filtered: 'Without filters and search, rows can be put in order by dragging.',
  long: 'With all rows on one page, they can be put in order by dragging.',
  tooLong: 'They do not fit on one page, so they cannot be dragged. Edit “%{column}” instead.',
  show: 'Show it so',
};
