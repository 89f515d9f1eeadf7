import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Asking } from './usePreview';

/** Which app asks, and when. */
export function AskingFields({ who, onChange }: { who: Asking; onChange: (who: Asking) => void }) {
  const t = useTranslate();
  return (
    <Box sx={fields}>
      <TextField
        select
        label={t('ojeomneo.preview.platform')}
        value={who.platform}
        onChange={({ target }) =>
          onChange({ ...who, platform: target.value as Asking['platform'] })
        }
      >
        {['web', 'ios', 'android'].map((each) => (
          <MenuItem key={each} value={each}>
            {each}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('ojeomneo.preview.version')}
        value={who.version}
        onChange={({ target }) => onChange({ ...who, version: target.value.trim() })}
      />
      <TextField
        label={t('ojeomneo.preview.device')}
        helperText={t('ojeomneo.preview.deviceAbout')}
        value={who.device}
        onChange={({ target }) => onChange({ ...who, device: target.value.trim() })}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <TextField
        type="datetime-local"
        label={t('ojeomneo.preview.at')}
        helperText={t('ojeomneo.preview.atAbout')}
        value={who.at}
        onChange={({ target }) => onChange({ ...who, at: target.value })}
        slotProps={{ inputLabel: { shrink: true } }}
      />
    </Box>
  );
}

const fields = {
  display: 'grid',
  gap: 1.5,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, 1fr)' },
};
