import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Values } from '../resource/record/changes';
import { toSeoul } from '../resource/value/seoul';

/** As the app shows a notice: the title, and opened the text, on a phone's width. */
export function NoticeLook({ draft }: { draft: Values }) {
  const t = useTranslate();
  const text = (name: string) => (typeof draft[name] === 'string' ? draft[name] : '');
  const time = (name: string) => toSeoul(text(name)).replace('T', ' ');
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Box component="details" open sx={note}>
        <Box component="summary" sx={{ fontWeight: 700, cursor: 'pointer' }}>
          {text('title') || t('ojeomneo.preview.untitled')}
        </Box>
        <Typography sx={{ mt: 1 }}>{text('body')}</Typography>
      </Box>
      <Typography component="figcaption" variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {time('endsAt') === ''
          ? t('ojeomneo.preview.openEnd', { from: time('startsAt') || '–' })
          : t('ojeomneo.preview.window', { from: time('startsAt') || '–', to: time('endsAt') })}
      </Typography>
    </Box>
  );
}

const note = {
  maxWidth: 358,
  border: 1,
  borderColor: 'divider',
  borderLeft: 4,
  borderLeftColor: 'primary.main',
  borderRadius: 2,
  bgcolor: 'background.default',
  p: 1.5,
};
