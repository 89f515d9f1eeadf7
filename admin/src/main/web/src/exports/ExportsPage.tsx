import { Alert, Box, Button, LinearProgress, Paper, Typography } from '@mui/material';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import { PageHeader } from '../layout/PageHeader';
import { ExportLine } from './ExportLine';

const KEY = ['exports'];
const WHILE_ONE_IS_MADE_MS = 1000;

/** The files that this person had made: how far each is, the way to it, and its end. */
export default function ExportsPage() {
  const t = useTranslate();
  const queries = useQueryClient();
  const found = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/exports', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ endedAt }) => endedAt === null)) === true
        ? WHILE_ONE_IS_MADE_MS
        : false,
  });
  const files = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader title={t('ojeomneo.exports.title')} />
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('ojeomneo.exports.about')}
      </Typography>
      {found.isError && <Alert severity="error">{found.error.message}</Alert>}
      {found.isPending && <LinearProgress aria-label={t('ra.message.loading')} />}
      {found.isSuccess && (
        <Paper variant="outlined">
          {files.length === 0 && (
            <Typography color="textSecondary" sx={{ p: 4, textAlign: 'center' }}>
              {t('ojeomneo.exports.none')}
            </Typography>
          )}
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {files.map((file) => (
              <ExportLine
                key={file.id}
                file={file}
                onDeleted={() => void queries.invalidateQueries({ queryKey: KEY })}
              />
            ))}
          </Box>
          {found.hasNextPage && (
            <Button sx={{ m: 2 }} onClick={() => void found.fetchNextPage()}>
              {t('ojeomneo.history.more')}
            </Button>
          )}
        </Paper>
      )}
    </>
  );
}
