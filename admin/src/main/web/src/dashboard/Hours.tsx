import { Box, Button, Skeleton } from '@mui/material';
import { Suspense, lazy, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Dashboard } from '../api/schema';
import { Section } from '../orders/Section';
import { DataTable } from './DataTable';
import { useWords } from './useWords';

/** The only part that draws: fetched when it is looked at. */
const HourLines = lazy(() => import('./HourLines'));

/** The curve of both days, or the same as a table. */
export function Hours({ hours }: { hours: Dashboard['hours'] }) {
  const t = useTranslate();
  const words = useWords();
  const [table, setTable] = useState(false);
  return (
    <Section
      title={t('ojeomneo.dashboard.hours')}
      aside={
        <Button size="small" onClick={() => setTable(!table)}>
          {t(table ? 'ojeomneo.dashboard.asChart' : 'ojeomneo.dashboard.asTable')}
        </Button>
      }
    >
      {table ? (
        <DataTable
          label={t('ojeomneo.dashboard.hours')}
          head={['hour', 'thisDay', 'lastWeek'].map((key) => t(`ojeomneo.dashboard.${key}`))}
          rows={hours.map(({ hour, orders, ordersLastWeek }) => ({
            key: String(hour),
            cells: [
              t('ojeomneo.dashboard.oclock', { hour }),
              words.count(orders),
              words.count(ordersLastWeek),
            ],
          }))}
        />
      ) : (
        <Box sx={{ height: 260 }}>
          <Suspense fallback={<Skeleton variant="rounded" height={260} />}>
            <HourLines hours={hours} />
          </Suspense>
        </Box>
      )}
    </Section>
  );
}
