import { type RaRecord, useGetList, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PageHeader } from '../layout/PageHeader';
import { Waiting } from '../layout/Waiting';
import { Alert } from '@mui/material';
import { isDay } from './days';
import { seoulDay } from '../resource/value/seoul';
import { ShopDays } from './ShopDays';

/** When a shop is open. Shop, view and day stand in the address. */
export default function CalendarPage() {
  const t = useTranslate();
  const [chosen] = useSearchParams();
  const shops = useGetList<RaRecord<string>>('stores', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'name', order: 'ASC' },
  });
  const store = chosen.get('store') ?? shops.data?.[0]?.id;
  if (store === undefined && shops.isPending) {
    return <Waiting />;
  }
  const day = chosen.get('day');
  return store === undefined ? (
    <>
      <PageHeader title={t('ojeomneo.calendar.title')} />
      <Alert severity="info">{shops.error?.message ?? t('ojeomneo.calendar.noShop')}</Alert>
    </>
  ) : (
    <ShopDays
      key={store}
      store={store}
      view={chosen.get('view') === 'month' ? 'month' : 'week'}
      day={isDay(day) ? day : seoulDay()}
    />
  );
}
