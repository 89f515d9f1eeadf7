import { Alert, Button, Link as MuiLink, Stack } from '@mui/material';
import { Suspense, lazy, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { CalendarSession, Row } from '../api/schema';
import { recordPath } from '../api/data';
import { PageHeader } from '../layout/PageHeader';
import { Waiting } from '../layout/Waiting';
import { useResource } from '../resource/declared';
import { seoulDay, toSeoul } from '../resource/value/seoul';
import { ClosureDialog } from './ClosureDialog';
import { type View, shown } from './days';
import { HoursDialog } from './HoursDialog';
import { RulesDialog } from './RulesDialog';
import { SessionDialog } from './SessionDialog';
import { SpecialDayDialog } from './SpecialDayDialog';
import { StrandedOrders } from './StrandedOrders';
import { Steps } from './Steps';
import { type Closure, timesOf, useCalendar } from './useCalendar';

const Days = lazy(() => import('./Days'));

type Open =
  | { what: 'hours'; base: Row }
  | { what: 'rules'; base: Row }
  | { what: 'closure'; base: Row; closure: Closure; isNew: boolean }
  | { what: 'special'; base: Row; day: string }
  | { what: 'session'; session: CalendarSession };

export function ShopDays({ store, view, day }: { store: string; view: View; day: string }) {
  const t = useTranslate();
  const { from, days } = shown(view, day);
  const of = useCalendar(store, from, days);
  const mayWrite = useResource('stores')?.can.update === true;
  const [open, setOpen] = useState<Open>();
  const { data: row } = of.record;
  const { data: calendar } = of.calendar;
  const failure = of.record.error ?? of.calendar.error;
  const today = seoulDay();
  const close = () => setOpen(undefined);

  function closure(fromDay: string, toDay: string) {
    if (row !== undefined) {
      setOpen({ what: 'closure', base: row, closure: { fromDay, toDay, reason: '' }, isNew: true });
    }
  }

  function special(on: string) {
    if (row !== undefined && mayWrite) {
      setOpen({ what: 'special', base: row, day: on });
    }
  }

  return (
    <>
      <PageHeader
        title={t('ojeomneo.calendar.title')}
        actions={
          row !== undefined &&
          mayWrite && (
            <>
              <Button variant="outlined" onClick={() => setOpen({ what: 'hours', base: row })}>
                {t('ojeomneo.calendar.hours')}
              </Button>
              <Button variant="outlined" onClick={() => setOpen({ what: 'rules', base: row })}>
                {t('ojeomneo.calendar.rules')}
              </Button>
              <Button variant="outlined" onClick={() => special(today)}>
                {t('ojeomneo.calendar.special.title')}
              </Button>
              <Button variant="contained" onClick={() => closure(today, today)}>
                {t('ojeomneo.calendar.addClosure')}
              </Button>
            </>
          )
        }
      />
      <Steps store={store} view={view} day={day} />
      {failure !== null && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {failure.message}
        </Alert>
      )}
      {calendar !== undefined && calendar.stranded.length > 0 && (
        <Alert severity="warning" sx={{ mb: 2, alignItems: 'start' }}>
          {t('ojeomneo.calendar.stranded', { smart_count: calendar.stranded.length })}
          <StrandedOrders orders={calendar.stranded} />
        </Alert>
      )}
      {row === undefined || calendar === undefined ? (
        failure === null && <Waiting />
      ) : (
        <Suspense fallback={<Waiting />}>
          <Days
            calendar={calendar}
            times={timesOf(row)}
            view={view}
            day={day}
            now={toSeoul(new Date().toISOString())}
            onSession={(session) => setOpen({ what: 'session', session })}
            onClosure={(each) => {
              if (mayWrite) {
                setOpen({ what: 'closure', base: row, closure: each, isNew: false });
              }
            }}
            onSpecial={special}
            onDays={
              mayWrite
                ? (first, last) => (first === last ? special(first) : closure(first, last))
                : undefined
            }
          />
        </Suspense>
      )}
      <Stack direction="row" sx={{ gap: 2, py: 2, flexWrap: 'wrap' }}>
        <MuiLink component={Link} to={recordPath('stores', store)}>
          {t('ojeomneo.calendar.shop')}
        </MuiLink>
        <MuiLink component={Link} to={`${recordPath('stores', store)}?tab=history`}>
          {t('ojeomneo.calendar.history')}
        </MuiLink>
      </Stack>
      {open?.what === 'hours' && <HoursDialog of={of} base={open.base} onClose={close} />}
      {open?.what === 'rules' && <RulesDialog of={of} base={open.base} onClose={close} />}
      {open?.what === 'closure' && (
        <ClosureDialog {...open} of={of} today={today} onClose={close} />
      )}
      {open?.what === 'special' && (
        <SpecialDayDialog {...open} of={of} onClosure={(on) => closure(on, on)} onClose={close} />
      )}
      {open?.what === 'session' && (
        <SessionDialog
          session={open.session}
          onHours={
            mayWrite && row !== undefined ? () => setOpen({ what: 'hours', base: row }) : undefined
          }
          onSpecial={mayWrite && row !== undefined ? special : undefined}
          onClose={close}
        />
      )}
    </>
  );
}
