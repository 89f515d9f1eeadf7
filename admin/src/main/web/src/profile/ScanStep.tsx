import {
  Alert,
  Box,
  Button,
  DialogActions,
  DialogContent,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { toDataURL } from 'qrcode';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Begun } from '../api/schema';
import { useAct } from './useAct';

interface Props {
  begun: Begun;
  onCode: (code: string) => Promise<void>;
  onCancel: () => void;
}

export function ScanStep({ begun, onCode, onCancel }: Props) {
  const t = useTranslate();
  const [code, setCode] = useState('');
  const [picture, setPicture] = useState<string>();
  const { act, busy, refusal } = useAct();
  useEffect(() => {
    void toDataURL(begun.uri, { width: 208, margin: 2 }).then(setPicture);
  }, [begun.uri]);
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(() => onCode(code.trim()));
  }
  return (
    <form onSubmit={submit}>
      <DialogContent>
        <Stack spacing={2} sx={{ alignItems: 'center' }}>
          <Typography>{t('ojeomneo.profile.factor.scan')}</Typography>
          <Box
            component="img"
            src={picture}
            alt={t('ojeomneo.profile.factor.qr')}
            sx={{ width: 208, height: 208, borderRadius: 2 }}
          />
          <Box sx={{ width: '100%' }}>
            <Typography variant="body2" color="textSecondary">
              {t('ojeomneo.profile.factor.secret')}
            </Typography>
            <Typography component="code" sx={{ fontFamily: 'monospace', wordBreak: 'break-all' }}>
              {begun.secret.replace(/(.{4})/g, '$1 ').trim()}
            </Typography>
          </Box>
          {refusal !== null && (
            <Alert severity="error" sx={{ width: '100%' }}>
              {refusal}
            </Alert>
          )}
          <TextField
            label={t('ojeomneo.profile.factor.code')}
            autoComplete="one-time-code"
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 6 } }}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoFocus
            required
            fullWidth
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('ra.action.cancel')}</Button>
        <Button type="submit" variant="contained" loading={busy}>
          {t('ojeomneo.profile.factor.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
