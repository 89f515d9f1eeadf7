import CloseIcon from '@mui/icons-material/CloseOutlined';
import {
  Alert,
  Box,
  Button,
  Drawer,
  FormControlLabel,
  IconButton,
  Stack,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { call } from '../api/http';
import type { Shop } from './board';

interface Dish {
  menuId: string;
  storeId: string;
  name: string;
  soldOut: boolean;
  dailyLimit: number | null;
  remaining: number | null;
}

interface Props {
  shops: Shop[];
  shop: string | null;
  /** Counts what was changed elsewhere. */
  changed: number;
  onClose: () => void;
}

/** What a kitchen switches off in the middle of lunch: a shop, a dish, how many are left of one. */
export function MenuDrawer({ shops, shop, changed, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState('');
  const query = shop === null ? '' : `?storeId=${shop}`;
  const dishes = useQuery({
    queryKey: ['board-menus', shop, changed],
    queryFn: ({ signal }) => call<Dish[]>(`/orders/board/menus${query}`, { signal }),
    placeholderData: (previous) => previous,
  });
  async function put(path: string, body: object) {
    try {
      await call(path, { method: 'PUT', body });
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ojeomneo.error.unknown', { type: 'error' });
    }
    await queries.invalidateQueries({ queryKey: ['board-menus'] });
  }
  const shown = (dishes.data ?? []).filter(({ name }) =>
    name.normalize('NFC').includes(wanted.trim().normalize('NFC')),
  );
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { sx: { width: { xs: '100%', sm: 420 }, p: 2 } } }}
      aria-label={t('ojeomneo.board.kitchen')}
    >
      <Stack direction="row" sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('ojeomneo.board.kitchen')}
        </Typography>
        <IconButton aria-label={t('ojeomneo.action.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </Stack>
      {shops
        .filter(({ id }) => shop === null || id === shop)
        .map(({ id, name, paused }) => (
          <FormControlLabel
            key={id}
            sx={{ minHeight: 48 }}
            control={
              <Switch
                checked={paused}
                onChange={(_, next) => void put(`/stores/${id}/paused`, { paused: next })}
              />
            }
            label={t('ojeomneo.board.pause', { name })}
          />
        ))}
      <TextField
        label={t('ojeomneo.board.findDish')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        sx={{ my: 1.5 }}
        fullWidth
      />
      {dishes.isError && <Alert severity="error">{dishes.error.message}</Alert>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map((dish) => (
          <Box
            component="li"
            key={dish.menuId}
            sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}
          >
            <FormControlLabel
              sx={{ minHeight: 48, mr: 0 }}
              control={
                <Switch
                  color="error"
                  checked={dish.soldOut}
                  onChange={(_, soldOut) => void put(`/menus/${dish.menuId}/sold-out`, { soldOut })}
                />
              }
              label={t('ojeomneo.board.soldOut', { name: dish.name })}
            />
            {dish.remaining !== null && (
              <Stock
                key={dish.remaining}
                dish={dish}
                left={dish.remaining}
                onSave={(remaining) =>
                  void put(`/menus/${dish.menuId}/stock`, { remaining, seen: dish.remaining })
                }
              />
            )}
          </Box>
        ))}
      </Box>
    </Drawer>
  );
}

function Stock({
  dish,
  left,
  onSave,
}: {
  dish: Dish;
  left: number;
  onSave: (remaining: number) => void;
}) {
  const t = useTranslate();
  const [typed, setTyped] = useState(String(left));
  const valid = /^\d{1,6}$/.test(typed);
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
      <TextField
        size="small"
        label={t('ojeomneo.board.left', { name: dish.name })}
        value={typed}
        error={!valid}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <Button
        variant="outlined"
        disabled={!valid || Number(typed) === left}
        sx={{ minHeight: 40 }}
        onClick={() => onSave(Number(typed))}
      >
        {t('ojeomneo.action.apply')}
      </Button>
    </Stack>
  );
}
