import SearchIcon from '@mui/icons-material/Search';
import { Box, Button, IconButton, useMediaQuery, useTheme } from '@mui/material';
import { useTranslate } from 'react-admin';
import { modKey } from '../keys/strokes';

/** With the keys that do the same, where there is a keyboard to be expected. */
export function FindButton({ onClick }: { onClick: () => void }) {
  const t = useTranslate();
  const wide = useMediaQuery(useTheme().breakpoints.up('md'));
  const label = t('ojeomneo.find.title');
  return wide ? (
    <Button
      color="secondary"
      variant="outlined"
      size="small"
      startIcon={<SearchIcon />}
      onClick={onClick}
      aria-keyshortcuts="Control+K Meta+K"
      sx={{ mr: 1, fontWeight: 500 }}
    >
      {label}
      <Box component="kbd" aria-hidden sx={keys}>
        {modKey()} K
      </Box>
    </Button>
  ) : (
    <IconButton color="inherit" aria-label={label} onClick={onClick}>
      <SearchIcon fontSize="small" />
    </IconButton>
  );
}

const keys = { ml: 2, font: 'inherit', fontSize: '0.75rem' };
