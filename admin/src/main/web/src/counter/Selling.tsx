import { Alert, Box, Button, Stack } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import type { CounterOrder, OfferedDish, TakeOrder, TillMethod } from '../api/schema';
import { Waiting } from '../layout/Waiting';
import { useAttempt } from '../orders/useAttempt';
import { formatMoney } from '../resource/value/number';
import { itemsOf, totalOf, withOneMore } from './basket';
import { Dishes } from './Dishes';
import { OptionsDialog } from './OptionsDialog';
import { type Draft, EMPTY, OrderForm } from './OrderForm';
import { Taken } from './Taken';
import { Unpaid } from './Unpaid';
import { useCounterMenu } from './useCounterMenu';

/** The menu of one shop beside the basket. */
export function Selling({ store }: { store: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const aside = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const menu = useCounterMenu(store);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [asking, setAsking] = useState<OfferedDish>();
  const [taken, setTaken] = useState<CounterOrder>();
  const reload = () => void queries.invalidateQueries({ queryKey: ['counter'] });
  const { ask, busy, refusal } = useAttempt<CounterOrder>({
    about: 'counter',
    words: ['ojeomneo.counter'],
    onAnswer: (order) => {
      setTaken(order);
      setDraft({ ...EMPTY, channel: draft.channel });
      reload();
    },
    onStale: reload,
  });
  if (menu.isPending) {
    return <Waiting />;
  }
  if (menu.data === undefined) {
    return <Alert severity="error">{menu.error.message}</Alert>;
  }
  const { dishes, open } = menu.data;
  const add = (dish: OfferedDish, chosen: readonly string[]) =>
    setDraft({ ...draft, basket: withOneMore(draft.basket, dish, chosen) });

  function submit(method: TillMethod | null) {
    const { channel, basket, pickupAt, name, note } = draft;
    const body: TakeOrder = {
      channel,
      ...(name.trim() === '' ? {} : { customerName: name.trim() }),
      order: {
        storeId: store,
        items: itemsOf(basket),
        ...(pickupAt === '' ? {} : { pickupAt }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
      ...(method === null ? {} : { paid: { method, amount: totalOf(dishes, basket) } }),
    };
    void ask((header) => answer(api.POST('/api/counter/orders', { params: { header }, body })));
  }

  return (
    <>
      {!open && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('ojeomneo.counter.closed')}
        </Alert>
      )}
      <Box sx={columns}>
        <Dishes
          dishes={dishes}
          isForLater={draft.pickupAt !== ''}
          onChoose={(dish) => {
            setTaken(undefined);
            if (dish.groups.length === 0) {
              add(dish, []);
            } else {
              setAsking(dish);
            }
          }}
        />
        <Stack ref={aside} sx={side}>
          {taken === undefined ? (
            <OrderForm
              menu={menu.data}
              draft={draft}
              busy={busy}
              refusal={refusal}
              onChange={setDraft}
              onTake={submit}
            />
          ) : (
            <Taken order={taken} onNext={() => setTaken(undefined)} />
          )}
          <Unpaid />
        </Stack>
      </Box>
      {taken === undefined && draft.basket.length > 0 && (
        <Button
          variant="contained"
          size="large"
          sx={toBasket}
          onClick={() => aside.current?.scrollIntoView({ block: 'start' })}
        >
          {t('ojeomneo.counter.basket')} · {formatMoney(totalOf(dishes, draft.basket), locale)}
        </Button>
      )}
      {asking !== undefined && (
        <OptionsDialog
          dish={asking}
          onAdd={(chosen) => {
            add(asking, chosen);
            setAsking(undefined);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

/** What is chosen stays in sight, however long the menu is. */
const side = {
  gap: 2,
  minWidth: 0,
  scrollMarginTop: 16,
  position: { md: 'sticky' },
  top: { md: 16 },
  maxHeight: { md: 'calc(100vh - 32px)' },
  overflowY: { md: 'auto' },
};
/** On a phone the basket stands below the menu. */
const toBasket = {
  display: { xs: 'flex', md: 'none' },
  position: 'sticky',
  bottom: 12,
  width: '100%',
  minHeight: 52,
  zIndex: 'fab',
};
const columns = {
  display: 'grid',
  gap: 2,
  pb: 4,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.5fr) minmax(340px, 1fr)' },
};
