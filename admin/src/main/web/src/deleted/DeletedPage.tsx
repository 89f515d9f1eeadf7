import {
  Alert,
  Box,
  Button,
  LinearProgress,
  Link as MuiLink,
  Paper,
  Stack,
  Typography,
} from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { recordPath } from '../api/data';
import type { Resource } from '../api/schema';
import { answer, api } from '../api/http';
import { NotFound } from '../layout/NotFound';
import { PageHeader } from '../layout/PageHeader';
import { useResource } from '../resource/declared';
import { BackToList } from '../resource/record/BackToList';
import { ReviveButton } from '../resource/record/ReviveButton';
import { toSeoul } from '../resource/value/seoul';
import { useWords } from '../resource/value/useWording';

/** What was deleted of a resource, last first, each to be looked at or brought back. */
export default function DeletedPage() {
  const resource = useResource(useParams().resource ?? '');
  return !resource?.can.create ? <NotFound /> : <DeletedOf resource={resource} />;
}

function DeletedOf({ resource }: { resource: Resource }) {
  const t = useTranslate();
  const say = useWords();
  const navigate = useNavigate();
  const deleted = useInfiniteQuery({
    queryKey: [resource.name, 'deleted'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/resources/{resource}/deleted', {
          params: {
            path: { resource: resource.name },
            query: { limit: 25, cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    gcTime: 0,
  });
  const rows = deleted.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader
        above={<BackToList resource={resource} />}
        title={t('ojeomneo.gone.title', { name: say(resource.label) })}
      />
      {deleted.isError && <Alert severity="error">{deleted.error.message}</Alert>}
      {deleted.isPending && <LinearProgress aria-label={t('ra.message.loading')} />}
      {deleted.isSuccess && (
        <Paper variant="outlined">
          {rows.length === 0 && (
            <Typography color="textSecondary" sx={{ p: 4, textAlign: 'center' }}>
              {t('ojeomneo.gone.none')}
            </Typography>
          )}
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {rows.map((row) => (
              <Stack key={row.entry} component="li" direction="row" sx={line}>
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <MuiLink component={Link} to={recordPath(resource.name, row.id)}>
                    {row.title ?? row.id}
                  </MuiLink>
                  <Typography variant="body2" color="textSecondary">
                    {toSeoul(row.at).replace('T', ' ')} · {row.staff.name}
                  </Typography>
                </Box>
                <ReviveButton
                  resource={resource}
                  id={row.id}
                  entry={row.entry}
                  onRevived={() => void navigate(recordPath(resource.name, row.id))}
                />
              </Stack>
            ))}
          </Box>
          {deleted.hasNextPage && (
            <Button sx={{ m: 2 }} onClick={() => void deleted.fetchNextPage()}>
              {t('ojeomneo.history.more')}
            </Button>
          )}
        </Paper>
      )}
    </>
  );
}

const line = {
  alignItems: 'center',
  gap: 2,
  px: 2,
  py: 1.5,
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-child': { borderBottom: 0 },
};
