import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { SettledSums, Statement } from '../api/schema';
import { DataTable } from '../dashboard/DataTable';
import { useWords } from '../dashboard/useWords';
import { Quiet, Section } from '../orders/Section';
import { methodOf } from '../orders/words';

/** More rows than this are drawn when somebody asks for them. */
const FEW = 200;

/** How the sums stand in a row, and what its columns are called. */
function useSums() {
  const t = useTranslate();
  const words = useWords();
  return {
    head: (first: string) => [
      first,
      ...['orders', 'gross', 'refunds', 'refunded', 'net'].map((key) =>
        t(`ojeomneo.settlement.${key}`),
      ),
    ],
    cells: (sums: SettledSums) => [
      words.count(sums.orders),
      words.won(sums.gross),
      words.count(sums.refunds),
      words.won(sums.refunded),
      words.won(sums.net),
    ],
  };
}

export function Kinds({ kinds }: Pick<Statement, 'kinds'>) {
  const t = useTranslate();
  const { head, cells } = useSums();
  const title = t('ojeomneo.settlement.kinds');
  return (
    <Section title={title}>
      <DataTable
        label={title}
        head={head(t('ojeomneo.settlement.method'))}
        rows={kinds.map(({ method, sums }) => ({
          key: method ?? '',
          cells: [
            method === null ? t('ojeomneo.settlement.otherMethod') : methodOf(t, method),
            ...cells(sums),
          ],
        }))}
      />
    </Section>
  );
}

/** The sum first: it is there however many days follow. */
export function DayLines({ lines, total }: Pick<Statement, 'lines' | 'total'>) {
  const t = useTranslate();
  const locale = useLocale();
  const { head, cells } = useSums();
  const [all, setAll] = useState(false);
  const title = t('ojeomneo.settlement.lines');
  const ofDay = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  const shown = all ? lines : lines.slice(0, FEW);
  return (
    <Section title={title}>
      {lines.length === 0 ? (
        <Quiet>{t('ojeomneo.settlement.empty')}</Quiet>
      ) : (
        <DataTable
          label={title}
          head={head(t('ojeomneo.settlement.dayAndShop'))}
          rows={[
            { key: 'total', cells: [t('ojeomneo.settlement.total'), ...cells(total)] },
            ...shown.map(({ day, storeId, storeName, sums }) => ({
              key: `${day} ${storeId}`,
              cells: [
                <span key="of">
                  {ofDay.format(new Date(`${day}T00:00:00Z`))}
                  <Typography component="span" variant="body2" color="textSecondary">
                    {' · '}
                    {storeName}
                  </Typography>
                </span>,
                ...cells(sums),
              ],
            })),
          ]}
        />
      )}
      {shown.length < lines.length && (
        <Button sx={{ mt: 1 }} onClick={() => setAll(true)}>
          {t('ojeomneo.action.more')}
        </Button>
      )}
    </Section>
  );
}
