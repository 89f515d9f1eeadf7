import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';

/** Asks before what was typed is lost: by a link, the back button, or the tab being closed. */
export function UnsavedGuard({ active }: { active: boolean }) {
  const t = useTranslate();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      active && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!active) {
      return;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [active]);
  useEffect(() => {
    // Saved meanwhile: nothing is lost any more.
    if (blocker.state === 'blocked' && !active) {
      blocker.proceed();
    }
  }, [blocker, active]);
  return (
    <Dialog
      open={blocker.state === 'blocked' && active}
      onClose={() => blocker.reset?.()}
      aria-labelledby="unsaved-title"
    >
      <DialogTitle id="unsaved-title">{t('ojeomneo.form.leaveTitle')}</DialogTitle>
      <DialogContent>
        <Typography>{t('ojeomneo.form.unsaved')}</Typography>
      </DialogContent>
      <DialogActions>
        <Button color="error" onClick={() => blocker.proceed?.()}>
          {t('ojeomneo.form.leave')}
        </Button>
        <Button variant="contained" autoFocus onClick={() => blocker.reset?.()}>
          {t('ojeomneo.form.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
