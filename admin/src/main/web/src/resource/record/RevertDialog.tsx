import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useTranslate } from 'react-admin';
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
    <Dialog open onClose={onClose} aria-labelledby="revert-title" maxWidth="xs" fullWidth>
      <DialogTitle id="revert-title">{title}</DialogTitle>
      <DialogContent>
        {question}
        {refusal !== null && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {refusal}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
        <Button variant="contained" loading={busy} onClick={() => void act(onConfirm)}>
          {t('ra.action.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
