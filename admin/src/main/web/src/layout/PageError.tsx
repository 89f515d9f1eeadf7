import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FallbackProps } from 'react-error-boundary';

/** One page that fails leaves the menu usable. */
export function PageError({ error, resetErrorBoundary }: FallbackProps) {
  const t = useTranslate();
  return (
    <Alert
      severity="error"
      sx={{ my: 3 }}
      action={
        <Button color="inherit" onClick={resetErrorBoundary}>
          {t('ojeomneo.action.retry')}
        </Button>
      }
    >
      {t('ojeomneo.error.page')} {error instanceof Error ? error.message : ''}
    </Alert>
  );
}
