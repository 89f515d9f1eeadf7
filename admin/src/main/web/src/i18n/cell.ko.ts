/** What is said where a value is edited within a list. */
export const cellInKorean = {
  edit: '%{name}: %{column} 고치기',
  save: '저장',
  cancel: '그만두기',
  saved: '저장했어요. %{name} · %{column}: %{value}',
  undo: '되돌리기',
  undone: '되돌렸어요.',
  meanwhile: '그사이 다른 사람이 바꿨어요: %{value}. 저장하면 내 값이 남아요.',
  nothing: '없음',
};

export type CellTexts = typeof cellInKorean;
