import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Dashboard } from '../api/schema';
import { Quiet, Section } from '../orders/Section';
import { DataTable } from './DataTable';
import { useWords } from './useWords';

/** Portions, this day and last week. */
export function Dishes({ dishes }: Pick<Dashboard, 'dishes'>) {
  const t = useTranslate();
  const words = useWords();
  const title = t('ojeomneo.dashboard.dishes');
  return (
    <Section title={title}>
      {dishes.length === 0 ? (
        <Quiet>{t('ojeomneo.dashboard.noDishes')}</Quiet>
      ) : (
        <DataTable
          label={title}
          head={['dish', 'thisDay', 'lastWeek'].map((key) => t(`ojeomneo.dashboard.${key}`))}
          rows={dishes.map(({ menuId, name, portions, portionsLastWeek }) => ({
            key: menuId,
            cells: [
              <Link key="name" component={RouterLink} to={`/menus/${menuId}`}>
                {name}
              </Link>,
              words.count(portions),
              words.count(portionsLastWeek),
            ],
          }))}
        />
      )}
    </Section>
  );
}
