import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { CalendarSession } from '../api/schema';
import { toSeoul } from '../resource/value/seoul';
import { untilOf } from './lastOrder';

interface Props {
  session: CalendarSession;
  /** Absent for whoever may not write. */
  onHours?: () => void;
  /** Likewise. */
  onSpecial?: (day: string) => void;
  onClose: () => void;
}

/** Every pickup slot of a session, and how many orders are in it. */
export function SessionDialog({ session, onHours, onSpecial, onClose }: Props) {
  const t = useTranslate();
  const id = useId();
  const { opensAt, closesAt, capacity, slots } = session;
  const [day, from] = toSeoul(opensAt).split('T');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>
        {day} {from}–{toSeoul(closesAt).slice(11)}
      </DialogTitle>
      {/* Long lists are scrolled by keyboard, too. */}
      <DialogContent tabIndex={0}>
        <Typography gutterBottom>{untilOf(session, t)}</Typography>
        <Box component="ul" aria-label={t('ojeomneo.calendar.slots')} sx={grid}>
          {slots.map(({ at, taken }) => (
            <Box
              component="li"
              key={at}
              sx={{
                ...slot,
                borderColor: taken >= capacity ? 'error.main' : 'divider',
                fontWeight: taken > 0 ? 650 : 400,
              }}
            >
              <span>{toSeoul(at).slice(11)}</span>
              <span>
                {taken}/{capacity}
                {taken >= capacity && ` ${t('ojeomneo.calendar.isFull')}`}
              </span>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        {onSpecial !== undefined && day !== undefined && (
          <Button onClick={() => onSpecial(day)}>{t('ojeomneo.calendar.special.only')}</Button>
        )}
        {onHours !== undefined && <Button onClick={onHours}>{t('ojeomneo.calendar.hours')}</Button>}
        <Button variant="contained" onClick={onClose}>
          {t('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const grid = {
  listStyle: 'none',
  p: 0,
  m: 0,
  display: 'grid',
  gap: 0.75,
  gridTemplateColumns: 'repeat(auto-fill, minmax(128px, 1fr))',
};
const slot = {
  display: 'flex',
  justifyContent: 'space-between',
  border: 1,
  borderRadius: 1,
  px: 1,
  py: 0.5,
};
