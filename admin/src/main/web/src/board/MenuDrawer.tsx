import CloseIcon from '@mui/icons-material/CloseOutlined';
import {
  Alert,
  Box,
  Drawer,
  IconButton,
  LinearProgress,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import { useComplaint } from '../notice/useComplaint';
import type { BoardShop } from '../api/schema';
import { DishRow } from './DishRow';
import { Toggle } from './Toggle';

interface Props {
  shops: BoardShop[];
  shop: string | null;
  /** Counts what was changed elsewhere. */
  changed: number;
  onClose: () => void;
}

/** What a kitchen switches off in the middle of lunch: a shop, a dish, how many are left of one. */
export function MenuDrawer({ shops, shop, changed, onClose }: Props) {
  const t = useTranslate();
  const complain = useComplaint();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState('');
  const dishes = useQuery({
    queryKey: ['board-menus', shop, changed],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/orders/board/menus', {
          params: { query: { storeId: shop ?? undefined } },
          signal,
        }),
      ),
    placeholderData: (previous) => previous,
  });
  /** Whether it was done. */
  async function turn(switched: Promise<unknown>): Promise<boolean> {
    try {
      await switched;
      await queries.invalidateQueries({ queryKey: ['board-menus'] });
      return true;
    } catch (error) {
      complain(error);
      void queries.invalidateQueries({ queryKey: ['board-menus'] });
      return false;
    }
  }
  const shown = (dishes.data ?? []).filter(({ name }) =>
    name.normalize('NFC').includes(wanted.trim().normalize('NFC')),
  );
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': 'kitchen-title',
          sx: { width: { xs: '100%', sm: 420 }, p: 2 },
        },
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" id="kitchen-title" sx={{ flex: 1 }}>
          {t('ojeomneo.board.kitchen')}
        </Typography>
        <IconButton aria-label={t('ojeomneo.action.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </Stack>
      <TextField
        label={t('ojeomneo.board.findDish')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        sx={{ mb: 1 }}
        fullWidth
      />
      {dishes.isPending && <LinearProgress aria-label={t('ra.message.loading')} />}
      {dishes.isError && <Alert severity="error">{dishes.error.message}</Alert>}
      {dishes.isSuccess && shown.length === 0 && (
        <Typography color="textSecondary">{t('ojeomneo.board.noDish')}</Typography>
      )}
      {shops
        .filter(({ id }) => shop === null || id === shop)
        .map(({ id, name, paused }) => {
          const own = shown.filter(({ storeId }) => storeId === id);
          return own.length === 0 && wanted !== '' ? null : (
            <Box component="section" key={id} aria-label={name} sx={{ mb: 2 }}>
              <Box sx={{ bgcolor: 'action.hover' }}>
                <Toggle
                  color="warning"
                  checked={paused}
                  onChange={(next) =>
                    turn(
                      api.PUT('/api/stores/{id}/paused', {
                        params: { path: { id } },
                        body: { paused: next },
                      }),
                    )
                  }
                  label={t('ojeomneo.board.pause', { name })}
                />
              </Box>
              <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
                {own.map((dish) => (
                  <DishRow
                    key={dish.menuId}
                    dish={dish}
                    onSoldOut={(soldOut) =>
                      turn(
                        api.PUT('/api/menus/{id}/sold-out', {
                          params: { path: { id: dish.menuId } },
                          body: { soldOut },
                        }),
                      )
                    }
                    onStock={(remaining, seen) =>
                      turn(
                        api.PUT('/api/menus/{id}/stock', {
                          params: { path: { id: dish.menuId } },
                          body: { remaining, seen },
                        }),
                      )
                    }
                  />
                ))}
              </Box>
            </Box>
          );
        })}
    </Drawer>
  );
}
