import CloseIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import {
  Alert,
  Box,
  Dialog,
  IconButton,
  InputBase,
  LinearProgress,
  Stack,
  Typography,
  useAutocomplete,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { Entry } from './entry';
import { bestOfEach } from './match';
import { Options } from './Options';
import { useActions } from './useActions';
import { useRecent } from './useRecent';
import { useRecords } from './useRecords';
import { useScreens } from './useScreens';

interface Props {
  open: boolean;
  onClose: () => void;
  onShortcuts: () => void;
}

/** Every screen, action and record, by a few letters. */
export function Palette({ open, onClose, onShortcuts }: Props) {
  const phone = useMediaQuery(useTheme().breakpoints.down('sm'));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      fullScreen={phone}
      maxWidth="sm"
      transitionDuration={0}
      aria-labelledby="find-title"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{ paper: { sx: phone ? {} : { mt: '10vh', maxHeight: '70vh' } } }}
    >
      <Find onClose={onClose} onShortcuts={onShortcuts} />
    </Dialog>
  );
}

/** A combobox whose list is always open: MUI's own, so that arrows, Enter, Escape and input methods are as in any other. */
function Find({ onClose, onShortcuts }: Omit<Props, 'open'>) {
  const t = useTranslate();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const typed = text.trim();
  const { screens, makings } = useScreens();
  const actions = useActions(onShortcuts);
  const recent = useRecent(screens);
  const { records, asking, error } = useRecords(typed);
  const entries =
    typed === ''
      ? [...recent, ...screens]
      : [...bestOfEach([screens, [...makings, ...actions]], typed), ...records];

  function choose(event: SyntheticEvent, { to, run }: Entry) {
    const { nativeEvent: by } = event;
    const beside =
      (by instanceof KeyboardEvent || by instanceof MouseEvent) && (by.ctrlKey || by.metaKey);
    if (to !== undefined && beside) {
      window.open(`${window.location.pathname}#${to}`, '_blank', 'noopener');
      return;
    }
    // Closed first: it gives the focus back, and where it goes next is the new page's to say.
    flushSync(onClose);
    if (to !== undefined) {
      void navigate(to);
    }
    run?.();
  }

  const list = useAutocomplete({
    id: 'find',
    options: entries,
    groupBy: ({ group }) => group,
    getOptionLabel: ({ label }) => label,
    getOptionKey: ({ key }) => key,
    isOptionEqualToValue: (a, b) => a.key === b.key,
    filterOptions: (all) => all,
    open: true,
    value: null as Entry | null,
    inputValue: text,
    onInputChange: (_, value, reason) => {
      if (reason === 'input') {
        setText(value);
      }
    },
    onChange: (event, entry) => {
      if (entry !== null) {
        choose(event, entry);
      }
    },
    onClose: (_, reason) => {
      if (reason === 'escape') {
        onClose();
      }
    },
    autoHighlight: true,
    clearOnBlur: false,
  });
  const nothing = entries.length === 0 && !asking && error === null;
  return (
    <Box {...list.getRootProps()} sx={root}>
      <Box component="h2" id="find-title" sx={unseen}>
        {t('ojeomneo.find.title')}
      </Box>
      <Stack direction="row" sx={head}>
        <SearchIcon color="action" />
        <InputBase
          autoFocus
          fullWidth
          placeholder={t('ojeomneo.find.placeholder')}
          inputProps={{
            ...list.getInputProps(),
            'aria-label': t('ojeomneo.find.title'),
            maxLength: 100,
            enterKeyHint: 'go',
          }}
          sx={{ fontSize: '1rem' }}
        />
        <IconButton aria-label={t('ojeomneo.action.close')} onClick={onClose} edge="end">
          <CloseIcon fontSize="small" />
        </IconButton>
      </Stack>
      <Box sx={{ height: 2 }}>
        {asking && <LinearProgress aria-label={t('ra.message.loading')} sx={{ height: 2 }} />}
      </Box>
      {error !== null && <Alert severity="error">{error.message}</Alert>}
      <Options
        groups={list.groupedOptions}
        listProps={list.getListboxProps()}
        optionProps={list.getOptionProps}
        typed={typed}
      />
      <Typography role="status" color="textSecondary" sx={nothing ? message : unseen}>
        {nothing
          ? t('ojeomneo.find.nothing', { text: typed })
          : t('ojeomneo.find.count', { smart_count: entries.length })}
      </Typography>
      <Typography variant="caption" color="textSecondary" sx={foot}>
        {t('ojeomneo.find.help')}
      </Typography>
    </Box>
  );
}

const root = { display: 'flex', flexDirection: 'column', minHeight: 0 };
const head = { alignItems: 'center', gap: 1, px: 2, py: 1 };
const message = { px: 2, py: 4, textAlign: 'center' };
const foot = {
  display: { xs: 'none', sm: 'block' },
  px: 2,
  py: 1,
  borderTop: 1,
  borderColor: 'divider',
};
const unseen = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
};
