/** What is said of passwords, sessions and who works here. */
export const staffInKorean = {
  invite: '직원 초대',
  inviteAbout:
    '메일로 받은 링크에서 비밀번호를 정하면 바로 로그인할 수 있어요. 링크는 3일 동안 쓸 수 있어요.',
  email: '이메일',
  name: '이름',
  role: '역할',
  shop: '가게',
  addRole: '역할 추가',
  removeRole: '역할 빼기',
  sendInvitation: '초대 메일 보내기',
  invited: '초대 메일을 보냈어요.',
  waiting: '초대했지만 아직 들어오지 않았어요.',
  again: '초대 메일 다시 보내기',
  sessions: '로그인한 곳',
  sessionsAbout: '모르는 곳이 있으면 로그아웃시키고 비밀번호를 바꾸세요.',
  noSessions: '로그인한 곳이 없어요.',
  thisOne: '지금 이 브라우저',
  used: '마지막 사용 %{time}',
  since: '%{time} 로그인',
  end: '로그아웃',
  endOthers: '다른 곳 모두 로그아웃',
  endAll: '모두 로그아웃시키기',
  ended: '로그아웃시켰어요.',
  factorEnd: '2단계 인증 해제',
  factorEndAbout:
    '휴대폰과 복구 코드를 모두 잃어버린 직원만 도와주세요. 본인이 맞는지 먼저 확인하세요. 로그인한 곳은 모두 끝나요.',
  factorEnded: '2단계 인증을 해제했어요.',
  access: '로그인 관리',
  required: '2단계 인증이 필요해요',
  requiredAbout:
    '맡은 역할은 2단계 인증을 켜야 쓸 수 있어요. 인증 앱이 있는 휴대폰을 준비해 주세요.',
  view: {
    open: '고객 화면 보기',
    about:
      '앱이 이 고객에게 보이는 그대로, 15분 동안 읽기만 할 수 있어요. 누가 왜 보았는지 기록에 남아요.',
  },
  password: {
    title: '비밀번호',
    about: '10자 이상으로 정하세요. 다른 곳에서 쓰지 않는 것이 좋아요.',
    change: '비밀번호 바꾸기',
    current: '지금 비밀번호',
    chosen: '새 비밀번호',
    again: '새 비밀번호 다시',
    differ: '두 비밀번호가 달라요.',
    changed: '비밀번호를 바꿨어요. 다른 곳의 로그인은 모두 끝났어요.',
    forgotten: '비밀번호를 잊었어요',
    forgottenAbout:
      '등록된 이메일이면 새 비밀번호를 정하는 링크를 보내 드려요. 링크는 30분 동안 쓸 수 있어요.',
    send: '메일 보내기',
    sent: '등록된 이메일이라면 곧 메일이 도착해요. 오지 않으면 스팸함도 확인해 주세요.',
    back: '로그인으로',
    welcome: '%{name} 님, 반가워요',
    choose: '쓸 비밀번호를 정해 주세요.',
    reset: '새 비밀번호 정하기',
    save: '비밀번호 정하기',
    done: '비밀번호를 정했어요. 이제 로그인해 주세요.',
  },
};

export type StaffWords = typeof staffInKorean;
