import { Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useArrival } from './useArrival';

interface Props {
  title: string;
  /** Beside the title, smaller: a count, a state. */
  aside?: ReactNode;
  /** Above the title: the way back. */
  above?: ReactNode;
  actions?: ReactNode;
}

/** What a page is about, also as the title of the browser's tab. */
export function PageHeader({ title, aside, above, actions }: Props) {
  const t = useTranslate();
  const heading = useArrival();
  useEffect(() => {
    document.title = `${title} · ${t('ojeomneo.title')}`;
  }, [title, t]);
  return (
    <Box sx={{ pt: { xs: 1, sm: 1.5 }, pb: 2 }}>
      {above}
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1.25 }}>
        <Typography ref={heading} tabIndex={-1} variant="h1">
          {title}
        </Typography>
        {aside}
        <Box sx={{ flex: 1 }} />
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          {actions}
        </Stack>
      </Stack>
    </Box>
  );
}
