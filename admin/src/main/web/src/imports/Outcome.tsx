import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportedCell, ImportError, ImportPreview, Resource } from '../api/schema';
import { withSeparators } from '../resource/value/number';
import { useWords } from '../resource/value/useWording';
import { Value } from '../resource/value/Value';

interface Props {
  resource: Resource;
  preview: ImportPreview;
  onErrors: () => void;
}

/** How many lines do what; those that are wrong and why; and what the others would change. */
export function Outcome({ resource, preview, onErrors }: Props) {
  const t = useTranslate();
  const { created, updated, unchanged, refused, first, errors } = preview;
  const count = (key: string, many: number) =>
    t(`ojeomneo.imports.${key}`, { count: withSeparators(many) });
  return (
    <Stack component="section" spacing={2} aria-labelledby="import-result" aria-live="polite">
      <Typography variant="h2" id="import-result">
        {t('ojeomneo.imports.result')}
      </Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Chip color={created > 0 ? 'success' : 'default'} label={count('created', created)} />
        <Chip color={updated > 0 ? 'primary' : 'default'} label={count('updated', updated)} />
        <Chip label={count('unchanged', unchanged)} />
        <Chip color={refused > 0 ? 'error' : 'default'} label={count('refused', refused)} />
      </Stack>
      {refused > 0 && (
        <>
          <Alert
            severity="error"
            action={<Button onClick={onErrors}>{t('ojeomneo.imports.allErrors')}</Button>}
          >
            {t('ojeomneo.imports.refusal')}
          </Alert>
          <Box component="ul" aria-label={t('ojeomneo.imports.errors')} sx={list}>
            {errors.map((error, at) => (
              <WrongCell key={at} resource={resource} error={error} />
            ))}
          </Box>
        </>
      )}
      {created + updated === 0 && refused === 0 && (
        <Typography>{t('ojeomneo.imports.none')}</Typography>
      )}
      {first.length > 0 && (
        <Box component="ul" aria-label={t('ojeomneo.imports.changes')} sx={list}>
          {first.map(({ row, title, made, cells }) => (
            <Box component="li" key={row} sx={line}>
              <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                <Typography color="textSecondary">
                  {t('ojeomneo.imports.row')} {row}
                </Typography>
                <Typography sx={{ fontWeight: 650 }}>{title}</Typography>
                <Chip
                  size="small"
                  variant="outlined"
                  color={made ? 'success' : 'primary'}
                  label={t(made ? 'ojeomneo.imports.made' : 'ojeomneo.imports.changed')}
                />
              </Stack>
              <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}>
                {cells.map((cell) => (
                  <Change key={cell.column} resource={resource} cell={cell} made={made} />
                ))}
              </Stack>
            </Box>
          ))}
        </Box>
      )}
      {created + updated > first.length && (
        <Typography color="textSecondary">{count('first', first.length)}</Typography>
      )}
    </Stack>
  );
}

function Change({
  resource,
  cell,
  made,
}: {
  resource: Resource;
  cell: ImportedCell;
  made: boolean;
}) {
  const say = useWords();
  const column = resource.columns.find(({ name }) => name === cell.column);
  if (column === undefined) {
    return null;
  }
  return (
    <Box component="span" sx={change}>
      <Typography component="span" variant="body2" color="textSecondary">
        {say(column.label)}
      </Typography>
      {!made && (
        <>
          <Value short column={column} value={cell.before} title={cell.beforeTitle ?? undefined} />
          <span aria-hidden>→</span>
        </>
      )}
      <Value short column={column} value={cell.after} title={cell.afterTitle ?? undefined} />
    </Box>
  );
}

function WrongCell({ resource, error }: { resource: Resource; error: ImportError }) {
  const t = useTranslate();
  const say = useWords();
  const column = resource.columns.find(({ name }) => name === error.column);
  return (
    <Box component="li" sx={line}>
      <Typography component="span" color="textSecondary">
        {t('ojeomneo.imports.row')} {error.row}
        {column !== undefined && ` · ${say(column.label)}`}
      </Typography>{' '}
      {error.value !== '' && (
        <Typography component="span" sx={{ overflowWrap: 'anywhere' }}>
          “{error.value}”
        </Typography>
      )}{' '}
      <Typography component="span" color="error">
        {say(error.why)}
      </Typography>
    </Box>
  );
}

const list = { m: 0, p: 0, listStyle: 'none' };
const line = {
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-child': { borderBottom: 0 },
};
const change = { display: 'inline-flex', gap: 0.75, alignItems: 'center', minWidth: 0 };
