/** What is said where rows are put in order by dragging: also to those who hear the page. */
export const dragInKorean = {
  order: '옮기기',
  grip: '%{name} 옮기기',
  role: '옮길 수 있는 항목',
  how: '스페이스나 엔터로 들고, 위아래 화살표로 옮기고, 다시 눌러 내려놓으세요. Esc는 그만두기예요.',
  lifted: '%{name}: 들었어요. %{of}개 중 %{place}번째.',
  over: '%{name}: %{of}개 중 %{place}번째.',
  dropped: '%{name}: %{of}개 중 %{place}번째에 놓았어요.',
  left: '%{name}: 그대로 두었어요.',
  saved: '순서를 저장했어요.',
  undone: '순서를 되돌렸어요.',
  sorted: '‘%{column}’ 순으로 보면 끌어서 순서를 바꿀 수 있어요.',
  filtered: '필터와 검색을 지우면 끌어서 순서를 바꿀 수 있어요.',
  long: '한 쪽에 모두 보이면 끌어서 순서를 바꿀 수 있어요.',
  tooLong: '한 쪽에 다 들어가지 않아 끌 수 없어요. ‘%{column}’ 값을 고쳐 순서를 바꿔 주세요.',
  show: '그렇게 보기',
};

export type DragTexts = typeof dragInKorean;
