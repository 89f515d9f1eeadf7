import type { ViewsWords } from './views.ko';

export const viewsInEnglish: ViewsWords = {
  button: 'Views',
  mine: 'Mine',
  shared: 'Shared',
  none: 'No saved views yet',
  original: 'As it was at first',
  save: 'Save this as a new view',
  overwrite: 'Save this as “%{name}”',
  rename: 'Rename or share “%{name}”',
  delete: 'Delete the view “%{name}”',
  name: 'Name',
  share: 'Others may see it',
  by: 'by %{name}',
  saved: 'The view is saved.',
  deleted: 'The view is deleted.',
  partly: 'Parts of this view are no longer there and were left out.',
};
