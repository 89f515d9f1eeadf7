/** What is said where a row is duplicated. */
export const copyInKorean = {
  action: '복제',
  title: '%{name} 복제',
  name: '%{name} (복사)',
};

export type CopyTexts = typeof copyInKorean;
