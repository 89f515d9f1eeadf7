import { Box, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { toSeoul } from '../resource/value/seoul';
import type { Dossier, OrderEvent } from '../api/schema';
import { Quiet, Section } from './Section';
import { actorOf, momentOf } from './words';

/** What happened to the order, when, and through whom. */
export function Timeline({ dossier: { order, events } }: { dossier: Dossier }) {
  const t = useTranslate();
  const day = toSeoul(order.createdAt).slice(0, 10);
  return (
    <Section title={t('ojeomneo.order.timeline.title')}>
      <Stack component="ol" sx={list}>
        {events.map((event) => (
          <Event key={event.seq} event={event} day={day} />
        ))}
      </Stack>
    </Section>
  );
}

function Event({ event, day }: { event: OrderEvent; day: string }) {
  const t = useTranslate();
  return (
    <Box component="li" sx={entry}>
      <Box sx={{ fontWeight: 600 }}>
        {t(`ojeomneo.order.timeline.types.${event.type}`, { _: event.type })}
      </Box>
      <Quiet>
        <time dateTime={event.at} title={momentOf(event.at)}>
          {momentOf(event.at, day)}
        </time>
        {` · ${actorOf(t, event)}`}
      </Quiet>
    </Box>
  );
}

const list = { m: 0, p: 0, pl: '5px', listStyle: 'none' };
const entry = {
  position: 'relative',
  pl: 2.25,
  pb: 1.75,
  borderLeft: 2,
  borderColor: 'divider',
  '&:last-of-type': { pb: 0, borderColor: 'transparent' },
  '&::before': {
    content: '""',
    position: 'absolute',
    left: -6,
    top: 6,
    width: 10,
    height: 10,
    borderRadius: '50%',
    bgcolor: 'text.disabled',
  },
  '&:last-of-type::before': { bgcolor: 'primary.main' },
};
