import DownIcon from '@mui/icons-material/ArrowDownward';
import SameIcon from '@mui/icons-material/DragHandle';
import UpIcon from '@mui/icons-material/ArrowUpward';
import { Card, CardContent, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { changeOf } from './change';

export interface Figure {
  name: string;
  about: string;
  now: number | null;
  before: number | null;
  /** Null where it says nothing. */
  wholeDay: number | null;
  format: (value: number | null) => string;
  /** By how much it moved, where it is not a share of what it was. */
  apart?: (difference: number) => string;
  longer?: boolean;
}

const ICONS = { up: UpIcon, down: DownIcon, same: SameIcon, unknown: null };

/** One figure, and in words how it moved. */
export function FigureCard({ figure }: { figure: Figure }) {
  const t = useTranslate();
  const { now, before, wholeDay, format, apart } = figure;
  const { direction, percent } = changeOf(now, before);
  const Icon = ICONS[direction];
  const difference = Math.abs((now ?? 0) - (before ?? 0));
  const amount =
    apart !== undefined ? apart(difference) : percent === null ? format(difference) : `${percent}%`;
  const word =
    figure.longer === true && direction === 'up'
      ? 'longer'
      : figure.longer === true && direction === 'down'
        ? 'shorter'
        : direction;
  return (
    <Card component="li" sx={{ listStyle: 'none' }}>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Typography variant="body2" color="textSecondary">
          {figure.name}
        </Typography>
        <Typography sx={{ fontSize: '1.625rem', fontWeight: 700, lineHeight: 1.35 }}>
          {format(now)}
        </Typography>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 0.5, mt: 0.5 }}>
          {Icon !== null && <Icon aria-hidden sx={{ fontSize: 16 }} />}
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {t(`ojeomneo.dashboard.change.${word}`, { amount })}
          </Typography>
        </Stack>
        <Typography variant="body2" color="textSecondary">
          {t('ojeomneo.dashboard.before', { value: format(before) })}
          {wholeDay !== null &&
            ` · ${t('ojeomneo.dashboard.wholeDay', { value: format(wholeDay) })}`}
        </Typography>
        <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 0.75 }}>
          {figure.about}
        </Typography>
      </CardContent>
    </Card>
  );
}
