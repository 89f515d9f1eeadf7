import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../profile/useAct';

interface Props {
  title: string;
  about: string;
  color?: 'primary' | 'warning';
  onReason: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why, before what the log has to explain; closes once it is done. */
export function ReasonDialog({ title, about, color = 'primary', onReason, onClose }: Props) {
  const t = useTranslate();
  const id = useId();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      await onReason(reason);
      onClose();
    });
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <form onSubmit={submit}>
        <DialogContent>
          <Stack spacing={2}>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <Typography>{about}</Typography>
            <TextField
              label={t('ojeomneo.staff.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 200 } }}
              autoFocus
              required
              fullWidth
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color={color}
            loading={busy}
            disabled={reason.trim() === ''}
          >
            {title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
