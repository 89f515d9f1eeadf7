import MoreIcon from '@mui/icons-material/Add';
import LessIcon from '@mui/icons-material/Remove';
import { Box, Button, FormControlLabel, IconButton, Stack, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

export interface Dish {
  menuId: string;
  storeId: string;
  name: string;
  soldOut: boolean;
  dailyLimit: number | null;
  /** Null is unlimited. */
  remaining: number | null;
}

interface Props {
  dish: Dish;
  onSoldOut: (soldOut: boolean) => void;
  onStock: (remaining: number) => void;
}

export function DishRow({ dish, onSoldOut, onStock }: Props) {
  const t = useTranslate();
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <FormControlLabel
        sx={{ minHeight: 48, m: 0, px: 1 }}
        control={
          <Switch
            color="error"
            checked={dish.soldOut}
            onChange={(_, soldOut) => onSoldOut(soldOut)}
          />
        }
        label={t('ojeomneo.board.soldOut', { name: dish.name })}
      />
      {dish.remaining !== null && (
        <Stock key={dish.remaining} name={dish.name} left={dish.remaining} onSave={onStock} />
      )}
    </Box>
  );
}

const MOST = 100_000;

function Stock({
  name,
  left,
  onSave,
}: {
  name: string;
  left: number;
  onSave: (remaining: number) => void;
}) {
  const t = useTranslate();
  const [typed, setTyped] = useState(String(left));
  const wanted = /^\d{1,6}$/.test(typed) ? Number(typed) : null;
  const valid = wanted !== null && wanted <= MOST;
  const step = (by: 1 | -1) => setTyped(String(Math.max(0, (wanted ?? left) + by)));
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
        disabled={!valid || wanted === left}
        sx={{ minHeight: 44, ml: 0.5 }}
        onClick={() => onSave(Number(typed))}
      >
        {t('ojeomneo.action.apply')}
      </Button>
    </Stack>
  );
}

const touch = { width: 44, height: 44 };
