import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Button, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { Resource } from '../api/schema';
import { NotFound } from '../layout/NotFound';
import { PageHeader } from '../layout/PageHeader';
import { useResource } from '../resource/declared';
import { BackToList } from '../resource/record/BackToList';
import { withSeparators } from '../resource/value/number';
import { useWords } from '../resource/value/useWording';
import { ColumnChoices } from './ColumnChoices';
import { FilePicker } from './FilePicker';
import { Outcome } from './Outcome';
import { templatePath } from './calls';
import { useImport } from './useImport';

/** Rows from a file: which columns it has, what would come of it, and then that. */
export default function ImportPage() {
  const resource = useResource(useParams().resource ?? '');
  return !resource?.can.importRows ? (
    <NotFound />
  ) : (
    <ImportOf key={resource.name} resource={resource} />
  );
}

function ImportOf({ resource }: { resource: Resource }) {
  const t = useTranslate();
  const say = useWords();
  const { file, contents, columns, preview, progress, busy, refusal, ...does } =
    useImport(resource);
  const [opened, setOpened] = useState(false);
  const running = progress !== null;
  const changes = preview === null ? 0 : preview.created + preview.updated;
  return (
    <>
      <PageHeader
        above={<BackToList resource={resource} />}
        title={t('ojeomneo.imports.title', { name: say(resource.label) })}
      />
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, maxWidth: 900 }}>
        <Stack spacing={3}>
          <Typography>{t('ojeomneo.imports.about')}</Typography>
          <div>
            <Button
              component="a"
              href={templatePath(resource)}
              download
              color="secondary"
              variant="outlined"
              startIcon={<DownloadIcon />}
            >
              {t('ojeomneo.imports.template')}
            </Button>
            <Typography variant="body2" color="textSecondary" sx={{ mt: 0.75 }}>
              {t('ojeomneo.imports.templateHelp')}
            </Typography>
          </div>
          <FilePicker
            again={contents !== null}
            disabled={running}
            onChosen={(chosen) => void does.choose(chosen)}
          />
          {refusal !== null && <Alert severity="error">{refusal}</Alert>}
          {busy && !running && <LinearProgress aria-label={t('ra.message.loading')} />}
          {file !== null && contents !== null && (
            <>
              <Typography sx={{ fontWeight: 650 }}>
                {t('ojeomneo.imports.file', {
                  name: file.name,
                  rows: withSeparators(contents.rows),
                  encoding: contents.encoding,
                })}
              </Typography>
              {preview !== null && (
                <Button
                  color="secondary"
                  sx={{ alignSelf: 'start' }}
                  aria-expanded={opened}
                  onClick={() => setOpened(!opened)}
                >
                  {t('ojeomneo.imports.mapping', { count: contents.columns.length })}
                </Button>
              )}
              {(preview === null || opened) && (
                <ColumnChoices contents={contents} columns={columns} onChange={does.map} />
              )}
            </>
          )}
          {preview !== null && (
            <Outcome
              resource={resource}
              preview={preview}
              onErrors={() => void does.fetchErrors()}
            />
          )}
          {running && (
            <div>
              <LinearProgress
                variant={progress.of === 0 ? 'indeterminate' : 'determinate'}
                value={progress.of === 0 ? 0 : (100 * progress.done) / progress.of}
                aria-label={t('ojeomneo.imports.action')}
              />
              <Typography aria-live="polite">
                {t('ojeomneo.imports.running', {
                  done: withSeparators(progress.done),
                  of: withSeparators(progress.of),
                })}
              </Typography>
            </div>
          )}
          {contents !== null && (
            <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
              {preview === null ? (
                <Button
                  variant="contained"
                  disabled={busy || columns.every((each) => each === '')}
                  onClick={() => void does.look()}
                >
                  {t('ojeomneo.imports.preview')}
                </Button>
              ) : (
                <Button
                  variant="contained"
                  loading={busy}
                  disabled={preview.refused > 0 || changes === 0}
                  onClick={() => void does.go()}
                >
                  {t('ojeomneo.imports.run', { count: withSeparators(changes) })}
                </Button>
              )}
              {running && (
                <Button color="error" onClick={does.stop}>
                  {t('ojeomneo.imports.stop')}
                </Button>
              )}
            </Stack>
          )}
        </Stack>
      </Paper>
    </>
  );
}
