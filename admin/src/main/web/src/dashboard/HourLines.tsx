import { useTheme } from '@mui/material';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import type { Dashboard } from '../api/schema';

/** Above the highest hour, also of a day with hardly any order. */
function withRoom(_: unknown, most: { valueOf(): number }) {
  return { min: 0, max: Math.max(4, Math.ceil(most.valueOf() * 1.1)) };
}

/** Two lines, told apart by their dashes, too. */
export default function HourLines({ hours }: { hours: Dashboard['hours'] }) {
  const t = useTranslate();
  const { palette } = useTheme();
  return (
    <LineChart
      height={260}
      skipAnimation
      aria-label={t('ojeomneo.dashboard.hours')}
      margin={{ left: 0, right: 16, top: 8, bottom: 0 }}
      grid={{ horizontal: true }}
      xAxis={[
        {
          data: hours.map(({ hour }) => hour),
          scaleType: 'point',
          valueFormatter: (hour: number) => t('ojeomneo.dashboard.oclock', { hour }),
          tickInterval: (_: number, index: number) => index % 3 === 0,
        },
      ]}
      yAxis={[{ domainLimit: withRoom, tickMinStep: 1, width: 40 }]}
      series={[
        {
          id: 'today',
          label: t('ojeomneo.dashboard.thisDay'),
          data: hours.map(({ orders }) => orders),
          color: palette.primary.main,
          showMark: false,
          curve: 'monotoneX',
        },
        {
          id: 'lastWeek',
          label: t('ojeomneo.dashboard.lastWeek'),
          data: hours.map(({ ordersLastWeek }) => ordersLastWeek),
          color: palette.text.secondary,
          showMark: false,
          curve: 'monotoneX',
        },
      ]}
      sx={{ '& [data-series="lastWeek"]': { strokeDasharray: '6 4' } }}
    />
  );
}
