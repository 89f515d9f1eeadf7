import type { Finding } from './find.ko';

export const findingInEnglish: Finding = {
  find: {
    title: 'Find',
    placeholder: 'A screen, an action, a dish, an order number…',
    recent: 'Recently seen',
    screens: 'Screens',
    actions: 'Actions',
    make: 'New: %{name}',
    found: 'What was found',
    count: '%{smart_count} found',
    nothing: 'Nothing matches "%{text}".',
    help: '↑ ↓ choose · Enter open · Ctrl/⌘ Enter new tab · Esc close',
  },
  keys: {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    places: 'Go to a screen',
    letters: 'Use shortcuts of a single letter',
    does: {
      find: 'Find',
      help: 'Show these keys',
      search: 'To the search box of a list',
      make: 'New',
      next: 'Next row',
      previous: 'Previous row',
      open: 'Open',
      edit: 'Edit the form',
      save: 'Save',
      close: 'Close a dialog',
    },
  },
  version: {
    new: 'There is a new version. Finish what you are doing, then reload.',
    reload: 'Reload',
  },
};
