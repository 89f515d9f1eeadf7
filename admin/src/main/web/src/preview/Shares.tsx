import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ConfigPreview } from '../api/schema';

/** For how many a feature would be on. Nobody's devices are counted: a sample is, and it says so. */
export function Shares({ shares }: { shares: ConfigPreview['shares'] }) {
  const t = useTranslate();
  const percent = (count: number, of: number) => `${Math.round((count * 1000) / of) / 10}%`;
  return shares.map(({ flag, of, now, then }) => (
    <Typography key={flag}>
      {t('ojeomneo.preview.share', {
        flag,
        now: now === null ? '–' : percent(now, of),
        then: percent(then, of),
        of,
      })}
    </Typography>
  ));
}
