/** What the statement of daily settlement says. */
export const settlementInKorean = {
  title: '일일 정산',
  about:
    '결제는 승인된 날, 환불은 돈이 돌아간 날에 들어가요. 하루는 서울 시각 0시부터 24시까지예요. 이 화면은 돈을 옮기지 않아요.',
  from: '시작일',
  to: '종료일',
  shop: '가게',
  allShops: '모든 가게',
  yesterday: '어제',
  thisMonth: '이번 달',
  lastMonth: '지난달',
  file: { csv: 'CSV로 받기', xlsx: '엑셀로 받기' },
  total: '합계',
  orders: '결제된 주문',
  gross: '결제 금액',
  refunds: '환불·취소 건수',
  refunded: '환불·취소 금액',
  net: '순매출',
  netAbout: '결제 금액에서 환불·취소 금액을 뺐어요.',
  ordersOf: '결제된 주문 %{count}건',
  timesOf: '%{count}건',
  pendingRefunds: '아직 돌려주지 못한 환불이 %{count}건, %{amount} 있어요 (%{since}부터).',
  seeRefunds: '환불 보기',
  openAttempts: '결과를 아직 모르는 결제가 %{count}건, %{amount} 있어요.',
  pendingAbout: '지금 기준이고 날짜와 상관없어요. 끝나면 그날의 줄에 들어가요.',
  unserved:
    '결제 금액 가운데 %{amount}은 끝난 주문에 들어온 돈이라 전부 돌려줘요. 돌려준 날의 환불에 들어가요.',
  kinds: '결제 수단별',
  method: '결제 수단',
  otherMethod: '기타',
  lines: '날짜와 가게별',
  dayAndShop: '날짜 · 가게',
  empty: '이 기간에 오간 돈이 없어요.',
};

export type SettlementTexts = typeof settlementInKorean;
