import { Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportContents } from '../api/schema';
import { useWords } from '../resource/value/useWording';
import type { Columns } from './calls';

interface Props {
  contents: ImportContents;
  columns: Columns;
  onChange: (columns: Columns) => void;
}

/** What each column of the file is; one that was chosen elsewhere is not offered again. */
export function ColumnChoices({ contents, columns, onChange }: Props) {
  const t = useTranslate();
  const say = useWords();
  return (
    <section aria-labelledby="import-columns">
      <Typography variant="h2" id="import-columns">
        {t('ojeomneo.imports.columns')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {t('ojeomneo.imports.columnsHelp')}
      </Typography>
      <Box component="ul" sx={list}>
        {contents.columns.map(({ header, samples }, at) => (
          <Stack key={at} component="li" direction={{ xs: 'column', sm: 'row' }} sx={line}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>
                {header === '' ? t('ojeomneo.imports.noHeader') : header}
              </Typography>
              {samples.some((each) => each !== '') && (
                <Typography variant="body2" color="textSecondary" noWrap>
                  {t('ojeomneo.imports.samples')}:{' '}
                  {samples.filter((each) => each !== '').join(' · ')}
                </Typography>
              )}
            </Box>
            <TextField
              select
              size="small"
              sx={{ width: { xs: '100%', sm: 240 } }}
              value={columns[at] ?? ''}
              onChange={({ target }) => onChange(columns.with(at, target.value))}
              slotProps={{
                select: { displayEmpty: true },
                htmlInput: { 'aria-label': t('ojeomneo.imports.means', { header }) },
              }}
            >
              <MenuItem value="">{t('ojeomneo.imports.skip')}</MenuItem>
              {contents.offered
                .filter(({ name }) => name === columns[at] || !columns.includes(name))
                .map(({ name, label }) => (
                  <MenuItem key={name} value={name}>
                    {say(label)}
                  </MenuItem>
                ))}
            </TextField>
          </Stack>
        ))}
      </Box>
    </section>
  );
}

const list = { m: 0, p: 0, listStyle: 'none' };
const line = {
  gap: 1,
  py: 1,
  alignItems: { sm: 'center' },
  borderBottom: 1,
  borderColor: 'divider',
};
