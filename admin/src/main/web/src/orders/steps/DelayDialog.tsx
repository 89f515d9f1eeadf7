import { TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { FormDialog } from '../../notice/FormDialog';
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
  const submit = () =>
    act(async () => {
      await onMinutes(minutes);
      onClose();
    });
  return (
    <FormDialog
      title={title}
      about={t(accepts ? 'ojeomneo.order.delay.aboutAccept' : 'ojeomneo.order.delay.about')}
      submitLabel={t(
        accepts ? 'ojeomneo.order.delay.submitAccept' : 'ojeomneo.order.delay.submit',
        {
          count: minutes,
        },
      )}
      busy={busy}
      disabled={!fits}
      refusal={refusal}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
