import { Box, Card, CardContent, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Statement } from '../api/schema';
import { useWords } from '../dashboard/useWords';

/** What came in, what went back, and what is left. */
export function Totals({ total }: Pick<Statement, 'total'>) {
  const t = useTranslate();
  const words = useWords();
  const figures = [
    [
      'gross',
      total.gross,
      t('ojeomneo.settlement.ordersOf', {
        smart_count: total.orders,
        count: words.count(total.orders),
      }),
    ],
    [
      'refunded',
      total.refunded,
      t('ojeomneo.settlement.timesOf', {
        smart_count: total.refunds,
        count: words.count(total.refunds),
      }),
    ],
    ['net', total.net, t('ojeomneo.settlement.netAbout')],
  ] as const;
  return (
    <Box component="ul" aria-label={t('ojeomneo.settlement.total')} sx={cards}>
      {figures.map(([name, amount, about]) => (
        <Card key={name} component="li" sx={{ listStyle: 'none' }}>
          <CardContent sx={{ '&:last-child': { pb: 2 } }}>
            <Typography variant="body2" color="textSecondary">
              {t(`ojeomneo.settlement.${name}`)}
            </Typography>
            <Typography sx={{ fontSize: '1.625rem', fontWeight: 700, lineHeight: 1.35 }}>
              {words.won(amount)}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {about}
            </Typography>
          </CardContent>
        </Card>
      ))}
    </Box>
  );
}

const cards = {
  display: 'grid',
  gap: 2,
  p: 0,
  m: 0,
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' },
};
