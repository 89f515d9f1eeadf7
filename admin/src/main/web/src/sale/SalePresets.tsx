import { Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { PRESETS } from './presets';

/** Fills the rows of days and hours; nothing is saved by it. */
export function SalePresets() {
  const t = useTranslate();
  const { setValue } = useFormContext();
  return (
    <Stack
      direction="row"
      role="group"
      aria-label={t('ojeomneo.sale.presets')}
      sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 1.5 }}
    >
      <Typography variant="body2" color="textSecondary">
        {t('ojeomneo.sale.presets')}
      </Typography>
      {PRESETS.map(({ name, rows }) => (
        <Chip
          key={name}
          size="small"
          variant="outlined"
          label={t(`ojeomneo.sale.preset.${name}`)}
          onClick={() =>
            setValue(
              'menuAvailability',
              rows.map((row) => ({ ...row })),
              { shouldDirty: true, shouldTouch: true, shouldValidate: true },
            )
          }
        />
      ))}
    </Stack>
  );
}
