import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Remove';
import { IconButton, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

interface Props {
  /** What of it there are so many. */
  name: string;
  /** The label of the field, when it is not that of a basket. */
  label?: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}

/** A small whole number, by two large buttons or typed. */
export function Amount({ name, label, value, least, most, onChange }: Props) {
  const t = useTranslate();
  function choose(wanted: number) {
    if (Number.isFinite(wanted)) {
      onChange(Math.min(most, Math.max(least, Math.trunc(wanted))));
    }
  }
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 0.25 }}>
      <IconButton
        aria-label={t('ojeomneo.counter.fewer', { name })}
        disabled={value <= least}
        onClick={() => choose(value - 1)}
      >
        <RemoveIcon />
      </IconButton>
      <TextField
        type="number"
        value={value}
        onChange={(event) => choose(Number(event.target.value))}
        onFocus={(event) => event.target.select()}
        sx={field}
        slotProps={{
          htmlInput: {
            min: least,
            max: most,
            step: 1,
            'aria-label': label ?? t('ojeomneo.counter.quantity', { name }),
          },
        }}
      />
      <IconButton
        aria-label={t('ojeomneo.counter.more', { name })}
        disabled={value >= most}
        onClick={() => choose(value + 1)}
      >
        <AddIcon />
      </IconButton>
    </Stack>
  );
}

const field = {
  width: 56,
  '& input': { textAlign: 'center', appearance: 'textfield' },
  '& input::-webkit-inner-spin-button': { display: 'none' },
};
