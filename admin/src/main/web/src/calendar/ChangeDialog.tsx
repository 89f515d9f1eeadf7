import { Alert, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNotify, useTranslate } from 'react-admin';
import { isRefused } from '../api/problem';
import type { Row, ShopCalendar } from '../api/schema';
import { useWholeRefusal } from '../notice/useComplaint';
import { FormDialog } from '../notice/FormDialog';
import { useRun } from '../notice/useRun';
import { StrandedOrders } from './StrandedOrders';
import type { Calendar, ShopTimes } from './useCalendar';

interface Props {
  title: string;
  submitLabel: string;
  of: Calendar;
  /** The shop that was edited: nothing is saved on another version. */
  base: Row;
  values: () => Partial<ShopTimes>;
  onClose: () => void;
  children: ReactNode;
  more?: ReactNode;
}

/** Saves a change of a shop's times, and first says which paid orders it would leave outside the opening hours. */
export function ChangeDialog({
  title,
  submitLabel,
  of,
  base,
  values,
  onClose,
  children,
  more,
}: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const refusalOf = useWholeRefusal();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [warned, setWarned] = useState<{ about: string; orders: ShopCalendar['stranded'] }>();

  const { run, busy } = useRun((error) => {
    if (isRefused(error, 412)) {
      void of.record.refetch();
      setRefusal(t('ojeomneo.calendar.changedMeanwhile'));
    } else {
      setRefusal(refusalOf(error));
    }
  });

  async function save() {
    const wish = values();
    const about = JSON.stringify(wish);
    if (warned?.about !== about) {
      const then = await of.drafted(wish);
      const known = new Set(of.calendar.data?.stranded.map((order) => order.id));
      const orders = then.stranded.filter((order) => !known.has(order.id));
      if (orders.length > 0) {
        setWarned({ about, orders });
        return;
      }
    }
    await of.save(base, wish);
    notify('ojeomneo.form.saved', { type: 'success' });
    onClose();
  }

  function submit() {
    setRefusal(null);
    void run(save);
  }

  return (
    <FormDialog
      title={title}
      submitLabel={warned === undefined ? submitLabel : t('ojeomneo.calendar.saveAnyway')}
      color={warned === undefined ? 'primary' : 'warning'}
      wide
      more={more}
      busy={busy}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      {warned !== undefined && (
        <Alert severity="warning" sx={{ alignItems: 'start' }}>
          {t('ojeomneo.calendar.warning', { smart_count: warned.orders.length })}
          <StrandedOrders orders={warned.orders} />
        </Alert>
      )}
      {children}
    </FormDialog>
  );
}

/** Saves what this makes of the form; not the button that Enter presses. */
export function EndButton({ label, onEnd }: { label: string; onEnd: () => void }) {
  return (
    <Button
      color="error"
      onClick={({ currentTarget }) => {
        flushSync(onEnd);
        currentTarget.form?.requestSubmit();
      }}
    >
      {label}
    </Button>
  );
}
