import { useState } from 'react';
import { useAct } from '../profile/useAct';
import { FormDialog } from './FormDialog';
import { LoggedReason } from './LoggedReason';

interface Props {
  title: string;
  about: string;
  submitLabel?: string;
  help?: string;
  color?: 'primary' | 'warning';
  onReason: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why, before what the log has to explain; closes once it is done. */
export function ReasonDialog({ title, submitLabel = title, help, onReason, ...dialog }: Props) {
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  const submit = () =>
    act(async () => {
      await onReason(reason.trim());
      dialog.onClose();
    });
  return (
    <FormDialog
      {...dialog}
      title={title}
      submitLabel={submitLabel}
      busy={busy}
      disabled={reason.trim() === ''}
      refusal={refusal}
      onSubmit={() => void submit()}
    >
      <LoggedReason value={reason} help={help} onChange={setReason} />
    </FormDialog>
  );
}
