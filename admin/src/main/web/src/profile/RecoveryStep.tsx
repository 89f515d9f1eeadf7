import { Box, Button, DialogActions, DialogContent, Typography } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

export function RecoveryStep({ codes, onSaved }: { codes: string[]; onSaved: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  async function copy() {
    await navigator.clipboard.writeText(codes.join('\n'));
    notify('ojeomneo.action.copied', { type: 'info' });
  }
  return (
    <>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{t('ojeomneo.profile.factor.recoveryAbout')}</Typography>
        <Box component="ul" aria-label={t('ojeomneo.profile.factor.recovery')} sx={list}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void copy()}>{t('ojeomneo.action.copy')}</Button>
        <Button variant="contained" onClick={onSaved}>
          {t('ojeomneo.profile.factor.saved')}
        </Button>
      </DialogActions>
    </>
  );
}

const list = {
  m: 0,
  p: 2,
  listStyle: 'none',
  display: 'grid',
  fontSize: 13,
  whiteSpace: 'nowrap',
  gap: 1,
  fontFamily: 'monospace',
  bgcolor: 'action.hover',
  borderRadius: 2,
};
