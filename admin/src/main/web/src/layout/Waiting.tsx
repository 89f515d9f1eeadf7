import { Box, CircularProgress } from '@mui/material';
import { useTranslate } from 'react-admin';

export function Waiting() {
  const t = useTranslate();
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: '40dvh' }}>
      <CircularProgress size={28} aria-label={t('ra.message.loading')} />
    </Box>
  );
}
