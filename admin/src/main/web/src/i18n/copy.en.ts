import type { CopyTexts } from './copy.ko';

export const copyInEnglish: CopyTexts = {
  action: 'Duplicate',
  title: 'Duplicate: %{name}',
  name: '%{name} (copy)',
};
