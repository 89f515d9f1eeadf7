/** What is said where a list is gone into by year, month and day. */
export const datesInKorean = {
  label: '날짜로 찾아보기: %{column}',
  all: '전체 기간',
  count: '%{name}, %{count}건',
};

export type DatesTexts = typeof datesInKorean;
