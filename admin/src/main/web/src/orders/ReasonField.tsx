import { Box, Chip, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

interface Props {
  value: string;
  /** Common ones, to be chosen by one touch. */
  common: readonly string[];
  onChange: (reason: string) => void;
}

/** Why: one of the common reasons, or any that is typed. */
export function ReasonField({ value, common, onChange }: Props) {
  const t = useTranslate();
  return (
    <div>
      <Box role="group" aria-label={t('ojeomneo.order.reason.common')} sx={chips}>
        {common.map((reason) => (
          <Chip
            key={reason}
            label={reason}
            clickable
            component="button"
            type="button"
            aria-pressed={value === reason}
            variant={value === reason ? 'filled' : 'outlined'}
            color={value === reason ? 'primary' : 'default'}
            sx={{ height: 40 }}
            onClick={() => onChange(reason)}
          />
        ))}
      </Box>
      <TextField
        label={t('ojeomneo.order.reason.label')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
        fullWidth
      />
    </div>
  );
}

const chips = { display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 };
