import MoreIcon from '@mui/icons-material/Add';
import LessIcon from '@mui/icons-material/Remove';
import { Box, Button, IconButton, Stack, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { BoardMenu } from '../api/schema';
import { Toggle } from './Toggle';

interface Props {
  dish: BoardMenu;
  onSoldOut: (soldOut: boolean) => Promise<boolean>;
  /** Made of what the page showed when it was typed: what was sold since stays sold. */
  onStock: (remaining: number, seen: number) => Promise<boolean>;
}

export function DishRow({ dish, onSoldOut, onStock }: Props) {
  const t = useTranslate();
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Toggle
        color="error"
        checked={dish.soldOut}
        onChange={onSoldOut}
        label={t('ojeomneo.board.soldOut', { name: dish.name })}
      />
      {dish.remaining !== null && <Stock name={dish.name} left={dish.remaining} onSave={onStock} />}
    </Box>
  );
}

const MOST = 100_000;

function Stock({ name, left, onSave }: { name: string; left: number; onSave: Props['onStock'] }) {
  const t = useTranslate();
  // Sales meanwhile do not take away what somebody is typing.
  const [draft, setDraft] = useState<{ typed: string; seen: number } | null>(null);
  // What was saved is shown until the board has it too, and not the number before.
  useEffect(() => setDraft((now) => (now?.typed === String(now?.seen) ? null : now)), [left]);
  const typed = draft?.typed ?? String(left);
  const seen = draft?.seen ?? left;
  const setTyped = (next: string) => setDraft(next === String(seen) ? null : { typed: next, seen });
  const wanted = /^\d{1,6}$/.test(typed) ? Number(typed) : null;
  const valid = wanted !== null && wanted <= MOST;
  const step = (by: 1 | -1) => setTyped(String(Math.max(0, (wanted ?? seen) + by)));
  async function save() {
    const sent = { typed, seen: Number(typed) };
    setDraft(sent);
    const done = await onSave(sent.seen, seen);
    setDraft((now) => (now !== sent || done ? now : { typed, seen }));
  }
  return (
    <Stack direction="row" sx={{ gap: 0.5, alignItems: 'center', pl: 1 }}>
      <IconButton
        aria-label={t('ojeomneo.board.less', { name })}
        disabled={wanted === 0}
        sx={touch}
        onClick={() => step(-1)}
      >
        <LessIcon />
      </IconButton>
      <TextField
        label={t('ojeomneo.board.left')}
        value={typed}
        error={!valid}
        onChange={(event) => setTyped(event.target.value.trim())}
        onFocus={(event) => event.target.select()}
        sx={{ width: 96, '& input': { textAlign: 'center' } }}
        slotProps={{
          htmlInput: {
            inputMode: 'numeric',
            'aria-label': t('ojeomneo.board.leftOf', { name }),
          },
        }}
      />
      <IconButton
        aria-label={t('ojeomneo.board.more', { name })}
        disabled={wanted !== null && wanted >= MOST}
        sx={touch}
        onClick={() => step(1)}
      >
        <MoreIcon />
      </IconButton>
      <Button
        variant="outlined"
        disabled={!valid || wanted === seen}
        sx={{ minHeight: 44, ml: 0.5 }}
        onClick={() => void save()}
      >
        {t('ojeomneo.action.apply')}
      </Button>
    </Stack>
  );
}

const touch = { width: 44, height: 44 };
