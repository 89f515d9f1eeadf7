import ClearIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

const PAUSE_MS = 300;

interface Props {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}

/** Searches once typing pauses; a syllable that is still being composed is not searched for. */
export function SearchBox({ label, value, onSearch }: Props) {
  const t = useTranslate();
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (composing || text.trim() === value) {
      return;
    }
    const timer = setTimeout(() => search.current(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, composing, value]);
  return (
    <TextField
      type="search"
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      slotProps={{
        htmlInput: { 'aria-label': label, maxLength: 100 },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: text !== '' && (
            <IconButton
              size="small"
              edge="end"
              aria-label={t('ojeomneo.action.clear')}
              onClick={() => setText('')}
            >
              <ClearIcon fontSize="small" />
            </IconButton>
          ),
        },
      }}
      sx={{
        width: { xs: '100%', sm: 260 },
        '& input::-webkit-search-cancel-button': { display: 'none' },
      }}
    />
  );
}
