import type { InlineTexts } from './inline.ko';

export const inlineInEnglish: InlineTexts = {
  edit: 'Edit %{column} of %{name}',
  save: 'Save',
  cancel: 'Leave it',
  saved: 'Saved. %{name} · %{column}: %{value}',
  undo: 'Undo',
  undone: 'It is as it was.',
  meanwhile: 'Somebody else has changed it meanwhile: %{value}. If you save, yours stays.',
  nothing: 'nothing',
};
