import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../profile/useAct';
import { FormDialog } from './FormDialog';

interface Props {
  title: string;
  about: string;
  color?: 'primary' | 'warning';
  onReason: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why, before what the log has to explain; closes once it is done. */
export function ReasonDialog({ title, about, color, onReason, onClose }: Props) {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  const submit = () =>
    act(async () => {
      await onReason(reason);
      onClose();
    });
  return (
    <FormDialog
      title={title}
      about={about}
      submitLabel={title}
      color={color}
      busy={busy}
      disabled={reason.trim() === ''}
      refusal={refusal}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('ojeomneo.staff.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        autoFocus
        required
        fullWidth
      />
    </FormDialog>
  );
}
