import NextIcon from '@mui/icons-material/ChevronRight';
import PreviousIcon from '@mui/icons-material/ChevronLeft';
import { IconButton, MenuItem, Select, Stack, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { PAGE_SIZES } from './sizes';

/** Forwards and back; how many pages there are, nobody counts. */
export function Pages() {
  const t = useTranslate();
  const { page, perPage, setPage, setPerPage, hasNextPage, hasPreviousPage } = useListContext();
  return (
    <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'end', gap: 1, py: 1.5 }}>
      <Select
        size="small"
        variant="standard"
        disableUnderline
        value={PAGE_SIZES.includes(perPage) ? perPage : ''}
        onChange={(event) => setPerPage(event.target.value)}
        inputProps={{ 'aria-label': t('ra.navigation.page_rows_per_page') }}
        sx={{ fontSize: 14, color: 'text.secondary' }}
      >
        {PAGE_SIZES.map((size) => (
          <MenuItem key={size} value={size}>
            {t('ojeomneo.list.rows', { count: size })}
          </MenuItem>
        ))}
      </Select>
      <IconButton
        aria-label={t('ra.navigation.previous')}
        disabled={!hasPreviousPage}
        onClick={() => setPage(page - 1)}
      >
        <PreviousIcon />
      </IconButton>
      <Typography variant="body2" aria-live="polite">
        {t('ojeomneo.list.page', { page })}
      </Typography>
      <IconButton
        aria-label={t('ra.navigation.next')}
        disabled={!hasNextPage}
        onClick={() => setPage(page + 1)}
      >
        <NextIcon />
      </IconButton>
    </Stack>
  );
}
