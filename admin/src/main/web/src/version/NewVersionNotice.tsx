import { Alert, Button } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { isAnother } from './build';

const EVERY_MS = 5 * 60_000;

/** That a new version is served. Nothing is loaded until somebody says so: what they type is theirs. */
export function NewVersionNotice() {
  const t = useTranslate();
  const isThere = useNewVersion();
  return (
    <div role="status">
      {isThere && (
        <Alert
          severity="info"
          variant="outlined"
          role="presentation"
          sx={{ mx: { xs: 1, sm: 3 }, '@media print': { display: 'none' } }}
          action={
            <Button color="inherit" onClick={() => window.location.reload()}>
              {t('ojeomneo.version.reload')}
            </Button>
          }
        >
          {t('ojeomneo.version.new')}
        </Alert>
      )}
    </div>
  );
}

/** Looked for whenever the page comes into view, and now and then while it is. */
function useNewVersion(): boolean {
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    const mine = document.querySelector('script[type=module]')?.getAttribute('src');
    if (mine === null || mine === undefined) {
      return;
    }
    function look() {
      if (document.visibilityState === 'visible') {
        void isAnother(mine ?? '').then(setIsThere);
      }
    }
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return isThere;
}
