import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../api/http';
import type { Export } from '../api/schema';
import { useComplaint } from '../notice/useComplaint';
import { useResource } from '../resource/declared';
import { withSeparators } from '../resource/value/number';
import { toSeoul } from '../resource/value/seoul';
import { useWords } from '../resource/value/useWording';

interface Props {
  file: Export;
  onDeleted: () => void;
}

/** One file, made or being made. */
export function ExportLine({ file, onDeleted }: Props) {
  const t = useTranslate();
  const say = useWords();
  const notify = useNotify();
  const complain = useComplaint();
  const resource = useResource(file.resource);
  const name = resource === undefined ? file.resource : say(resource.label);
  const under = file.endedAt === null;

  async function remove() {
    await api.DELETE('/api/exports/{id}', { params: { path: { id: file.id } } });
    notify('ojeomneo.exports.deleted', { type: 'success' });
    onDeleted();
  }

  return (
    <Stack component="li" direction={{ xs: 'column', sm: 'row' }} sx={line}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography>
          {name} · {t(`ojeomneo.exports.formats.${file.format}`)}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {toSeoul(file.createdAt).replace('T', ' ')} ·{' '}
          {t(file.masked ? 'ojeomneo.exports.masked' : 'ojeomneo.exports.unmasked')}
        </Typography>
        <Typography
          variant="body2"
          color={file.state === 'FAILED' ? 'error' : 'textSecondary'}
          aria-live="polite"
        >
          {t(`ojeomneo.exports.states.${file.state}`)}
          {' · '}
          {said(file)}
        </Typography>
        {under && (
          <LinearProgress
            aria-label={t(`ojeomneo.exports.states.${file.state}`)}
            variant={file.state === 'RUNNING' ? 'determinate' : 'indeterminate'}
            value={percent(file)}
            sx={{ mt: 1 }}
          />
        )}
      </Box>
      <Stack direction="row" sx={{ gap: 1 }}>
        {file.state === 'DONE' && (
          <Button
            component="a"
            href={`/api/exports/${file.id}/file`}
            download
            variant="contained"
            startIcon={<DownloadIcon />}
          >
            {t('ojeomneo.exports.download')}
          </Button>
        )}
        <Button
          color="secondary"
          onClick={() => {
            remove().catch(complain);
          }}
        >
          {t(under ? 'ojeomneo.exports.cancel' : 'ojeomneo.exports.delete')}
        </Button>
      </Stack>
    </Stack>
  );

  function said({ state, failure, rowsDone, rowsEstimated, keptUntil }: Export): string {
    if (state === 'FAILED') {
      return t(`ojeomneo.exports.failures.${failure ?? 'GAVE_UP'}`);
    }
    if (state === 'DONE') {
      const rows = t('ojeomneo.exports.rows', { count: withSeparators(rowsDone) });
      const time = toSeoul(keptUntil).replace('T', ' ');
      return `${rows} · ${t('ojeomneo.exports.keptUntil', { time })}`;
    }
    return t('ojeomneo.exports.progress', {
      done: withSeparators(rowsDone),
      all: withSeparators(rowsEstimated),
    });
  }
}

/** The estimate may be too low: what is being made is never said to be whole. */
function percent({ rowsDone, rowsEstimated }: Export): number {
  return Math.min(99, (100 * rowsDone) / Math.max(1, rowsEstimated));
}

const line = {
  alignItems: { xs: 'stretch', sm: 'center' },
  gap: 2,
  px: 2,
  py: 1.5,
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-child': { borderBottom: 0 },
};
