/** What is said of when a dish is sold, and for how much. */
export const saleInKorean = {
  presets: '한 번에 채우기',
  preset: {
    always: '항상',
    lunch: '점심만',
    weekdays: '평일만',
    dinner: '저녁만',
    weekend: '주말만',
  },
  preview: '미리 보기',
  at: '이때 고객에게는',
  saved: '저장된 내용으로 계산해요. 가게 영업 시간과 남은 수량은 따로예요.',
  sold: '%{at}에 %{price}에 팔아요.',
  notSold: '%{at}에는 팔지 않아요. (그때 가격 %{price})',
  times: '파는 때: %{times}',
  next: '다음 판매: %{at}',
  nextPrice: '다음 가격 변경: %{at}',
  unlisted: '지금은 판매를 껐거나 품절이라 앱에서 주문할 수 없어요.',
};

export type SaleWords = typeof saleInKorean;
