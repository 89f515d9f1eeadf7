import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../../profile/useAct';
import { parseWhole } from '../../resource/value/number';

interface Props {
  title: string;
  /** The order is accepted at once. */
  accepts: boolean;
  onMinutes: (minutes: number) => Promise<void>;
  onClose: () => void;
}

const COMMON = [5, 10, 15, 20, 30];
const LONGEST = 180;

export function DelayDialog({ title, accepts, onMinutes, onClose }: Props) {
  const t = useTranslate();
  const [typed, setTyped] = useState('10');
  const { act, busy, refusal } = useAct();
  const minutes = parseWhole(typed) ?? 0;
  const fits = minutes >= 1 && minutes <= LONGEST;
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      await onMinutes(minutes);
      onClose();
    });
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="delay-title">
      <form onSubmit={submit}>
        <DialogTitle id="delay-title">{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>
              {t(accepts ? 'ojeomneo.order.delay.aboutAccept' : 'ojeomneo.order.delay.about')}
            </Typography>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <ToggleButtonGroup
              exclusive
              fullWidth
              color="primary"
              aria-label={title}
              value={minutes}
              onChange={(_, chosen: number | null) => setTyped(String(chosen ?? minutes))}
            >
              {COMMON.map((each) => (
                <ToggleButton key={each} value={each} sx={{ px: 0.5 }}>
                  {t('ojeomneo.order.delay.minutes', { smart_count: each })}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <TextField
              label={t('ojeomneo.order.delay.typed')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              error={!fits}
              helperText={`1–${LONGEST}`}
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
              required
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={busy} disabled={!fits}>
            {t(accepts ? 'ojeomneo.order.delay.submitAccept' : 'ojeomneo.order.delay.submit', {
              count: minutes,
            })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
