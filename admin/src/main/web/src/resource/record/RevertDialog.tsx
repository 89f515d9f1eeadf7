import { useTranslate } from 'react-admin';
import { FormDialog } from '../../notice/FormDialog';
import { useAct } from '../../profile/useAct';

interface Props {
  title: string;
  question: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before the past is brought back; stays open, with the reason, when that is refused. */
export function RevertDialog({ title, question, onConfirm, onClose }: Props) {
  const t = useTranslate();
  const { act, busy, refusal } = useAct();
  return (
    <FormDialog
      title={title}
      about={question}
      submitLabel={t('ra.action.confirm')}
      busy={busy}
      refusal={refusal}
      onSubmit={() => void act(onConfirm)}
      onClose={onClose}
    />
  );
}
