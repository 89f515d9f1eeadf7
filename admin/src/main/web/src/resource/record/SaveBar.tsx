import { Box, Button, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

interface Props {
  busy: boolean;
  submitLabel: string;
  onReset?: () => void;
}

/** At the foot of the window, wherever the form is scrolled to. */
export function SaveBar({ busy, submitLabel, onReset }: Props) {
  const t = useTranslate();
  return (
    <Paper elevation={6} sx={bar}>
      <Typography variant="body2" sx={{ display: { xs: 'none', sm: 'block' } }}>
        {onReset !== undefined && t('ojeomneo.form.unsaved')}
      </Typography>
      <Box sx={{ flex: 1 }} />
      {onReset !== undefined && <Button onClick={onReset}>{t('ojeomneo.form.reset')}</Button>}
      <Button type="submit" variant="contained" loading={busy}>
        {submitLabel}
      </Button>
    </Paper>
  );
}

const bar = {
  position: 'sticky',
  bottom: 12,
  zIndex: 2,
  mt: 2,
  px: 2,
  py: 1,
  display: 'flex',
  alignItems: 'center',
  gap: 1,
};
