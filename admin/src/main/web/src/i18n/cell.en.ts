import type { CellTexts } from './cell.ko';

export const cellInEnglish: CellTexts = {
  edit: 'Edit %{column} of %{name}',
  save: 'Save',
  cancel: 'Leave it',
  saved: 'Saved. %{name} · %{column}: %{value}',
  undo: 'Undo',
  undone: 'It is as it was.',
  meanwhile: 'Somebody else has changed it meanwhile: %{value}. If you save, yours stays.',
  nothing: 'nothing',
};
