import NextIcon from '@mui/icons-material/ChevronRight';
import BeforeIcon from '@mui/icons-material/ChevronLeft';
import {
  Box,
  Button,
  IconButton,
  Stack,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { useInAddress } from '../layout/useInAddress';
import { ReferencePicker } from '../resource/input/ReferencePicker';
import { type View, plusDays, shown, stepped } from './days';

/** Which shop, which days, and how they are shown. */
export function Steps({ store, view, day }: { store: string; view: View; day: string }) {
  const t = useTranslate();
  const [, choose] = useInAddress();
  const { from, days } = shown(view, day);
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
      <Box sx={{ width: { xs: '100%', sm: 220 } }}>
        <ReferencePicker
          reference="stores"
          label={t('ojeomneo.calendar.which')}
          value={store}
          onChange={(id) => choose({ store: id ?? '' })}
        />
      </Box>
      <IconButton
        aria-label={t(`ojeomneo.calendar.before.${view}`)}
        onClick={() => choose({ day: stepped(view, day, -1) })}
      >
        <BeforeIcon />
      </IconButton>
      <Typography component="h2" variant="h2" aria-live="polite">
        {view === 'month' ? day.slice(0, 7) : `${from} ~ ${plusDays(from, days - 1).slice(5)}`}
      </Typography>
      <IconButton
        aria-label={t(`ojeomneo.calendar.next.${view}`)}
        onClick={() => choose({ day: stepped(view, day, 1) })}
      >
        <NextIcon />
      </IconButton>
      <Button onClick={() => choose({ day: '' })}>{t('ojeomneo.calendar.today')}</Button>
      <Box sx={{ flex: 1 }} />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view}
        aria-label={t('ojeomneo.calendar.view')}
        onChange={(_, next: View | null) => {
          if (next !== null) {
            choose({ view: next === 'week' ? '' : next });
          }
        }}
      >
        <ToggleButton value="week">{t('ojeomneo.calendar.week')}</ToggleButton>
        <ToggleButton value="month">{t('ojeomneo.calendar.month')}</ToggleButton>
      </ToggleButtonGroup>
    </Stack>
  );
}
