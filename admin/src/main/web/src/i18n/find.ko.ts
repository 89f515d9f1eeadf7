/** What the palette, the shortcuts and the notice of a new version say. */
export const findingInKorean = {
  find: {
    title: '찾기',
    placeholder: '화면, 할 일, 메뉴 이름, 주문 번호…',
    recent: '최근 본 항목',
    screens: '화면',
    actions: '할 일',
    make: '새 %{name}',
    found: '찾은 것',
    count: '%{smart_count}건',
    nothing: '"%{text}"에 맞는 것이 없어요.',
    help: '↑ ↓ 고르기 · Enter 열기 · Ctrl/⌘ Enter 새 탭 · Esc 닫기 · 초성으로도 찾아요 (ㅈㅁ → 주문)',
  },
  keys: {
    title: '단축키',
    everywhere: '어디서나',
    places: '화면으로 가기',
    letters: '글자 하나로 된 단축키 쓰기',
    does: {
      find: '찾기',
      help: '단축키 보기',
      search: '목록의 검색창으로',
      make: '새로 만들기',
      next: '다음 줄',
      previous: '이전 줄',
      open: '열기',
      edit: '양식 고치기',
      save: '저장',
      close: '창 닫기',
    },
  },
  version: {
    new: '새 버전이 나왔어요. 하던 일을 마치고 새로 고쳐 주세요.',
    reload: '새로 고침',
  },
};

export type Finding = typeof findingInKorean;
