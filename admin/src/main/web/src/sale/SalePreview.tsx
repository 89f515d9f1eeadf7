import { Alert, Box, Stack, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { DishSale } from '../api/schema';
import { answer, api } from '../api/http';
import { useRefusal } from '../notice/useComplaint';
import { fromSeoul, toSeoul } from '../resource/value/seoul';
import { useWording } from '../resource/value/useWording';
import { sentences } from './sentences';

interface Props {
  id: string;
  /** Of the dish: what is saved is what is asked about. */
  version: number | undefined;
}

/** What customers meet at a moment, by the rules that charge them. */
export function SalePreview({ id, version }: Props) {
  const t = useTranslate();
  const refusalOf = useRefusal();
  const { locale } = useWording();
  const [typed, setTyped] = useState(() => toSeoul(new Date().toISOString()));
  const at = fromSeoul(typed);
  const { data, error } = useSale(id, version, at);
  return (
    <Box component="section" aria-label={t('ojeomneo.sale.preview')} sx={{ mt: 4 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {t('ojeomneo.sale.preview')}
      </Typography>
      <Stack sx={{ gap: 1.5 }}>
        <TextField
          type="datetime-local"
          label={`${t('ojeomneo.sale.at')} (${t('ojeomneo.form.seoul')})`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ maxWidth: 260, width: '100%' }}
        />
        {error !== null && <Alert severity="error">{refusalOf(error)}</Alert>}
        {error === null && data !== undefined && (
          <Alert severity={data.listed && data.inTime ? 'success' : 'info'} role="status">
            {sentences(data, t, locale).map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </Alert>
        )}
        <Typography variant="body2" color="textSecondary">
          {t('ojeomneo.sale.saved')}
        </Typography>
      </Stack>
    </Box>
  );
}

function useSale(id: string, version: number | undefined, at: string | null) {
  return useQuery<DishSale>({
    queryKey: ['sale', id, version, at],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/menus/{id}/sale', {
          params: { path: { id }, query: at === null ? {} : { at } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
