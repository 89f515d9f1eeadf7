import { Alert, Button, Card, CardContent, LinearProgress, Stack, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ifMatch } from '../../api/data';
import type { HistoryEntry, Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { Entry } from './Entry';
import { RevertDialog } from './RevertDialog';

export interface Wish {
  entry: HistoryEntry;
  /** One column; all that the entry changed when left out. */
  column?: string;
}

interface Props {
  resource: Resource;
  row: Row;
  /** Left out, nothing is reverted from here. */
  onReverted?: (row: Row) => void;
}

/** What was done to a row, by whom, newest first; and the way back. */
export function History({ resource, row, onReverted }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const [wish, setWish] = useState<Wish>();
  const path = { resource: resource.name, id: row.id };
  const history = useInfiniteQuery({
    queryKey: ['history', resource.name, row.id],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/{resource}/{id}/history', {
          params: { path, query: { limit: 20, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

  async function revert({ entry, column }: Wish) {
    const reverted = await answer(
      api.POST('/api/{resource}/{id}/revert', {
        params: { path, header: ifMatch(row.version) },
        body: { entry: entry.id, columns: column === undefined ? undefined : [column] },
      }),
    );
    setWish(undefined);
    onReverted?.(reverted);
    notify('ojeomneo.history.reverted', { type: 'success' });
  }

  if (history.isPending) {
    return <LinearProgress aria-label={t('ra.message.loading')} />;
  }
  if (history.isError) {
    return <Alert severity="error">{history.error.message}</Alert>;
  }
  const entries = history.data.pages.flatMap(({ items }) => items);
  return (
    <Card>
      <CardContent>
        {entries.length === 0 && (
          <Typography color="textSecondary">{t('ojeomneo.history.empty')}</Typography>
        )}
        <Stack component="ol" sx={{ m: 0, p: 0, listStyle: 'none', gap: 3 }}>
          {entries.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              resource={resource}
              onRevert={
                resource.can.update && onReverted !== undefined
                  ? (column) => setWish({ entry, column })
                  : undefined
              }
            />
          ))}
        </Stack>
        {history.hasNextPage && (
          <Button sx={{ mt: 2 }} onClick={() => void history.fetchNextPage()}>
            {t('ojeomneo.history.more')}
          </Button>
        )}
      </CardContent>
      {wish !== undefined && (
        <RevertDialog
          title={t(`ojeomneo.history.${wish.column === undefined ? 'revert' : 'revertOne'}`)}
          question={t('ojeomneo.history.sure')}
          onConfirm={() => revert(wish)}
          onClose={() => setWish(undefined)}
        />
      )}
    </Card>
  );
}
