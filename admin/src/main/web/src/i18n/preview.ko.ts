/** What the preview of settings says. */
export const previewInKorean = {
  title: '앱에서 보일 모습 미리보기',
  about:
    '저장하기 전에, 고른 앱이 지금 받는 것과 저장하면 받을 것을 비교해요. 아무것도 저장되지 않아요.',
  platform: '플랫폼',
  version: '앱 버전',
  device: '기기 번호',
  deviceAbout: '비우면 번호를 보내지 않는 앱이에요. 일부 기기에만 켠 기능은 꺼져 있어요.',
  at: '시각',
  atAbout: '비우면 지금',
  same: '이 앱이 받는 것은 그대로예요.',
  changes: '달라지는 것',
  what: '무엇',
  now: '지금',
  then: '저장하면',
  absent: '없음',
  kinds: {
    update: '업데이트',
    version: '버전',
    feature: '기능',
    setting: '설정',
    notice: '공지',
  },
  update: { true: '꼭 해야 함', false: '안 해도 됨' },
  feature: { true: '켜짐', false: '꺼짐' },
  share:
    '%{flag}: 이 플랫폼·버전의 기기 중 %{now} → %{then} (실제 기기가 아니라 임의의 기기 번호 %{of}개로 계산했어요)',
  versions: '버전별',
  version_: { must: '꼭 업데이트', may: '업데이트 권유', latest: '최신' },
  untitled: '제목 없음',
  window: '%{from}부터 %{to}까지 홈 화면에 보여요.',
  openEnd: '%{from}부터 계속 홈 화면에 보여요.',
};

export type PreviewTexts = typeof previewInKorean;
