import {
  Alert,
  Box,
  Button,
  MenuItem,
  Stack,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { CounterMenu, TillMethod } from '../api/schema';
import { useClock } from '../board/OrderCard';
import { Section } from '../orders/Section';
import { formatMoney } from '../resource/value/number';
import { type Basket, totalOf, troubleOf } from './basket';
import { BasketList } from './BasketList';

export interface Draft {
  channel: 'COUNTER' | 'PHONE';
  basket: Basket;
  /** Empty for as soon as possible. */
  pickupAt: string;
  name: string;
  note: string;
}

export const EMPTY: Draft = { channel: 'COUNTER', basket: [], pickupAt: '', name: '', note: '' };

interface Props {
  menu: CounterMenu;
  draft: Draft;
  busy: boolean;
  refusal: { text: string; unanswered: boolean } | null;
  onChange: (draft: Draft) => void;
  onTake: (paid: TillMethod | null) => void;
}

/** What was chosen, for whom and when; then how it is paid. */
export function OrderForm({ menu, draft, busy, refusal, onChange, onTake }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const time = useClock();
  const { basket, pickupAt } = draft;
  const isForLater = pickupAt !== '';
  const ready =
    basket.length > 0 &&
    basket.every((entry) => troubleOf(menu.dishes, basket, entry, isForLater) === null);
  const slots = menu.slots.filter(({ at, left }) => left > 0 || at === pickupAt);
  const word = (key: string) => t(`ojeomneo.counter.${key}`);
  return (
    <Section title={word('basket')}>
      <Stack component="form" spacing={2} onSubmit={(event) => event.preventDefault()}>
        <ToggleButtonGroup
          exclusive
          fullWidth
          value={draft.channel}
          aria-label={word('channel')}
          onChange={(_, channel: Draft['channel'] | null) => {
            if (channel !== null) {
              onChange({ ...draft, channel });
            }
          }}
        >
          {(['COUNTER', 'PHONE'] as const).map((channel) => (
            <ToggleButton key={channel} value={channel} sx={{ minHeight: 44 }}>
              {word(`channels.${channel}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <BasketList
          dishes={menu.dishes}
          basket={basket}
          isForLater={isForLater}
          onChange={(next) => onChange({ ...draft, basket: next })}
        />
        <TextField
          select
          label={word('pickup')}
          value={pickupAt}
          onChange={(event) => onChange({ ...draft, pickupAt: event.target.value })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{word('soon')}</MenuItem>
          {slots.map(({ at, left }) => (
            <MenuItem key={at} value={at}>
              {t('ojeomneo.counter.slot', { time: time(at), count: left })}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={word('name')}
          helperText={word('nameHelp')}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 40, autoComplete: 'off' } }}
        />
        <TextField
          label={word('note')}
          value={draft.note}
          onChange={(event) => onChange({ ...draft, note: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
        />
        <Stack direction="row" role="status" sx={{ fontSize: '1.375rem', fontWeight: 750 }}>
          <Box sx={{ flex: 1 }}>{word('total')}</Box>
          <span>{formatMoney(totalOf(menu.dishes, basket), locale)}</span>
        </Stack>
        {refusal !== null && (
          <Alert severity={refusal.unanswered ? 'warning' : 'error'}>{refusal.text}</Alert>
        )}
        <Stack
          direction="row"
          role="group"
          aria-label={word('pay')}
          sx={{ gap: 1, flexWrap: 'wrap' }}
        >
          {(
            [
              ['cash', 'CASH'],
              ['card', 'CARD'],
              ['later', null],
            ] as const
          ).map(([name, method]) => (
            <Button
              key={name}
              size="large"
              // What is likeliest: money at the counter, none on the phone.
              variant={(draft.channel === 'PHONE') === (method === null) ? 'contained' : 'outlined'}
              disabled={!ready || busy}
              sx={{ flex: 1, minHeight: 56, minWidth: 104, whiteSpace: 'nowrap' }}
              onClick={() => onTake(method)}
            >
              {word(name)}
            </Button>
          ))}
        </Stack>
      </Stack>
    </Section>
  );
}
