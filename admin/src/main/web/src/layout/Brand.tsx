import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

export function Brand() {
  const t = useTranslate();
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center', minWidth: 0 }}>
      <Box component="img" src="/ojeomneo.svg" alt="" width={28} height={28} />
      <Typography component="span" sx={{ fontWeight: 700, whiteSpace: 'nowrap' }}>
        {t('ojeomneo.title')}
      </Typography>
    </Stack>
  );
}
