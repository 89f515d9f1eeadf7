import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PageHeader } from '../layout/PageHeader';
import { Waiting } from '../layout/Waiting';
import { Dishes } from './Dishes';
import { FigureCard } from './FigureCard';
import { figuresOf } from './figures';
import { Hours } from './Hours';
import { Pickers } from './Pickers';
import { Shops } from './Shops';
import { useDashboard } from './useDashboard';
import { useWords } from './useWords';

/** How a day goes, beside the same weekday a week before. Day and shop stand in the address. */
export default function DashboardPage() {
  const t = useTranslate();
  const words = useWords();
  const [chosen] = useSearchParams();
  const { data, error, isPending, refetch } = useDashboard(chosen.get('day'), chosen.get('store'));
  const title = t('ojeomneo.dashboard.title');
  if (isPending) {
    return <Waiting />;
  }
  const again = (
    <Button color="inherit" onClick={() => void refetch()}>
      {t('ojeomneo.action.retry')}
    </Button>
  );
  if (data === undefined) {
    return (
      <>
        <PageHeader title={title} />
        <Alert severity="error" action={again}>
          {error.message}
        </Alert>
      </>
    );
  }
  return (
    <>
      <PageHeader title={title} actions={<Pickers shops={data.choices} />} />
      {error !== null && (
        <Alert severity="warning" sx={{ mb: 2 }} action={again}>
          {t('ojeomneo.dashboard.stale')} {error.message}
        </Alert>
      )}
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {data.over
          ? t('ojeomneo.dashboard.wholeDays')
          : t('ojeomneo.dashboard.soFar', { time: words.time(data.until) })}
      </Typography>
      {data.today.orders === 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t(data.over ? 'ojeomneo.dashboard.emptyOver' : 'ojeomneo.dashboard.empty')}
        </Alert>
      )}
      <Stack sx={{ gap: 2, pb: 4 }}>
        <Box component="ul" aria-label={t('ojeomneo.dashboard.figures')} sx={cards}>
          {figuresOf(data, words, t).map((figure) => (
            <FigureCard key={figure.name} figure={figure} />
          ))}
        </Box>
        <Box sx={halves}>
          <Hours hours={data.hours} />
          <Dishes dishes={data.dishes} />
        </Box>
        <Shops day={data.day} stores={data.stores} />
      </Stack>
    </>
  );
}

const cards = {
  display: 'grid',
  gap: 2,
  p: 0,
  m: 0,
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' },
};
const halves = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
};
