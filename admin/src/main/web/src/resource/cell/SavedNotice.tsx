import { Alert, Button } from '@mui/material';
import { useCloseNotification, useTranslate } from 'react-admin';

/** Says what was saved, and takes it back. */
export function SavedNotice({ text, onUndo }: { text: string; onUndo: () => Promise<void> }) {
  const t = useTranslate();
  const close = useCloseNotification();
  function undo() {
    // What is said next waits until this one is gone.
    close();
    void onUndo();
  }
  return (
    <Alert
      severity="success"
      variant="filled"
      action={
        <Button color="inherit" size="small" onClick={undo}>
          {t('ojeomneo.cell.undo')}
        </Button>
      }
    >
      {text}
    </Alert>
  );
}
