import { Alert, MenuItem, TextField } from '@mui/material';
import { type RaRecord, useGetList, useTranslate } from 'react-admin';
import { useKept } from '../board/useKept';
import { PageHeader } from '../layout/PageHeader';
import { Waiting } from '../layout/Waiting';
import { plain } from '../resource/value/text';
import { Selling } from './Selling';

/** As many as one answer of the API has. */
const MOST_SHOPS = 100;

/** Orders of people at the counter or on the phone. The browser remembers where it stands. */
export default function CounterPage() {
  const t = useTranslate();
  const [kept, keep] = useKept('counterShop', '');
  const shops = useGetList<RaRecord<string>>('stores', {
    pagination: { page: 1, perPage: MOST_SHOPS },
    sort: { field: 'name', order: 'ASC' },
  });
  if (shops.isPending) {
    return <Waiting />;
  }
  const choices = shops.data ?? [];
  const store = (choices.find(({ id }) => id === kept) ?? choices[0])?.id;
  return (
    <>
      <PageHeader
        title={t('ojeomneo.counter.title')}
        actions={
          choices.length > 1 && (
            <TextField
              select
              label={t('ojeomneo.counter.shop')}
              value={store}
              onChange={(event) => keep(event.target.value)}
              sx={{ minWidth: 180, maxWidth: 280 }}
            >
              {choices.map((shop) => (
                <MenuItem key={shop.id} value={shop.id}>
                  {plain(shop.name)}
                </MenuItem>
              ))}
            </TextField>
          )
        }
      />
      {store === undefined ? (
        <Alert severity="info">{shops.error?.message ?? t('ojeomneo.counter.noShop')}</Alert>
      ) : (
        <Selling key={store} store={store} />
      )}
    </>
  );
}
