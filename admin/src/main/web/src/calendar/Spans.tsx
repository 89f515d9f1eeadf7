import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { IconButton, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Span } from './useCalendar';

interface Props {
  spans: readonly Span[];
  /** Of the button that takes one away. */
  removeLabel: string;
  /** Whether it overlaps with another one. */
  overlaps: (index: number) => boolean;
  onChange: (spans: Span[]) => void;
}

/** From when to when a shop is open on a day, once or more. */
export function Spans({ spans, removeLabel, overlaps, onChange }: Props) {
  const t = useTranslate();
  return spans.map((span, i) => (
    <Stack key={i} direction="row" sx={{ gap: 1, alignItems: 'start' }}>
      {(['opensAt', 'closesAt'] as const).map((end) => (
        <TextField
          key={end}
          type="time"
          required
          fullWidth
          label={t(`ojeomneo.calendar.${end}`)}
          value={span[end]}
          error={overlaps(i)}
          helperText={end === 'opensAt' && overlaps(i) && t('ojeomneo.calendar.overlaps')}
          onChange={({ target }) =>
            onChange(spans.map((each, at) => (at === i ? { ...each, [end]: target.value } : each)))
          }
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
      <IconButton
        aria-label={removeLabel}
        onClick={() => onChange(spans.filter((_, at) => at !== i))}
      >
        <DeleteIcon />
      </IconButton>
    </Stack>
  ));
}
