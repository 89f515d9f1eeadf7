/** What saved views say. */
export const viewsInKorean = {
  button: '보기',
  mine: '내 보기',
  shared: '함께 쓰는 보기',
  none: '저장한 보기가 없어요',
  original: '처음 모습',
  save: '지금 모습을 새 보기로 저장',
  overwrite: '"%{name}" 보기에 지금 모습 저장',
  rename: '"%{name}" 이름과 공유 바꾸기',
  delete: '"%{name}" 보기 지우기',
  name: '이름',
  share: '다른 직원도 볼 수 있게',
  by: '%{name} 님',
  saved: '보기를 저장했어요.',
  deleted: '보기를 지웠어요.',
  partly: '이 보기의 일부는 이제 없는 항목이라 빼고 열었어요.',
};

export type ViewsWords = typeof viewsInKorean;
