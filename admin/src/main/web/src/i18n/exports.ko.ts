/** What is said of files that are made in the background. */
export const exportsInKorean = {
  title: '내보낸 파일',
  about: '파일은 하루 동안 보관하고, 본인만 받을 수 있어요.',
  none: '내보낸 파일이 없어요. 목록의 내보내기에서 만들 수 있어요.',
  format: '파일 형식',
  formats: { CSV: 'CSV', XLSX: '엑셀 (.xlsx)' },
  background: '서버에서 만들고 나중에 받기',
  backgroundHelp: '행이 많을 때 좋아요. 이 화면을 떠나도 계속 만들어요.',
  ordered: '파일을 만들고 있어요. 오른쪽 위 계정 메뉴의 "내보낸 파일"에서 받을 수 있어요.',
  make: '파일 만들기',
  download: '받기',
  cancel: '그만두기',
  delete: '지우기',
  deleted: '지웠어요.',
  masked: '개인정보 가림',
  unmasked: '개인정보 포함',
  rows: '%{count}행',
  progress: '%{done} / 약 %{all}행',
  keptUntil: '%{time}까지 보관',
  states: { WAITING: '기다리는 중', RUNNING: '만드는 중', DONE: '완료', FAILED: '실패' },
  failures: {
    FORBIDDEN: '이제 볼 수 없는 내용이라 만들지 않았어요.',
    TOO_LARGE: '파일이 너무 커요. 조건을 좁혀 주세요.',
    TOO_SLOW: '30분 안에 끝나지 않았어요. 조건을 좁혀 주세요.',
    GAVE_UP: '여러 번 시도했지만 만들지 못했어요. 관리자에게 알려 주세요.',
  },
};

export type ExportsTexts = typeof exportsInKorean;
