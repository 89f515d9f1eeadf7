import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Dashboard } from '../api/schema';
import { Quiet, Section } from '../orders/Section';
import { listPath } from '../resource/list/filters';
import { dayAfter, midnightOf, shareOf } from './change';
import { DataTable } from './DataTable';
import { useWords } from './useWords';

/** Each shop beside itself; its name leads to its orders of the day. */
export function Shops({ day, stores }: Pick<Dashboard, 'day' | 'stores'>) {
  const t = useTranslate();
  const words = useWords();
  const say = (key: string) => t(`ojeomneo.dashboard.${key}`);
  const createdAt = { from: midnightOf(day), to: midnightOf(dayAfter(day)) };
  return (
    <Section title={say('shops')}>
      {stores.length === 0 ? (
        <Quiet>{say('noShops')}</Quiet>
      ) : (
        <DataTable
          label={say('shops')}
          head={[
            say('shop'),
            say('figure.orders'),
            `${say('figure.orders')} (${say('lastWeek')})`,
            say('figure.revenue'),
            `${say('figure.revenue')} (${say('lastWeek')})`,
            say('figure.accept'),
            say('figure.late'),
            say('figure.cancelled'),
          ]}
          rows={stores.map(({ id, name, today, sameTime }) => ({
            key: id,
            cells: [
              <Link
                key="name"
                component={RouterLink}
                to={listPath('orders', { storeId: id, createdAt })}
              >
                {name}
              </Link>,
              words.count(today.orders),
              words.count(sameTime.orders),
              words.won(today.revenue),
              words.won(sameTime.revenue),
              words.seconds(today.acceptMedianSeconds),
              words.share(shareOf(today.late, today.promised)),
              words.count(today.cancelled),
            ],
          }))}
        />
      )}
    </Section>
  );
}
