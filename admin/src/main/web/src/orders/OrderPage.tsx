import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { isRefused } from '../api/problem';
import { NotFound } from '../layout/NotFound';
import { Waiting } from '../layout/Waiting';
import { OrderView } from './OrderView';
import { useDossier } from './useDossier';

/** Everything about one order, and what can be done with it. */
export default function OrderPage() {
  const { id = '' } = useParams();
  return <OrderOf key={id} id={id} />;
}

function OrderOf({ id }: { id: string }) {
  const t = useTranslate();
  const { data, error, isPending, refetch, accept } = useDossier(id);
  const again = (
    <Button color="inherit" onClick={() => void refetch()}>
      {t('ojeomneo.action.retry')}
    </Button>
  );
  if (isPending) {
    return <Waiting />;
  }
  if (data === undefined) {
    return isRefused(error, 404) ? (
      <NotFound />
    ) : (
      <Alert severity="error" sx={{ my: 3 }} action={again}>
        {error.message}
      </Alert>
    );
  }
  return (
    <>
      {error !== null && (
        <Alert severity="warning" sx={{ my: 1 }} action={again}>
          {t('ojeomneo.order.stale')} {error.message}
        </Alert>
      )}
      <OrderView dossier={data} onAnswer={accept} onStale={() => void refetch()} />
    </>
  );
}
