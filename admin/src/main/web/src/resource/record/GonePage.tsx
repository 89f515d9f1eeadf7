import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { NotFound } from '../../layout/NotFound';
import { PageHeader } from '../../layout/PageHeader';
import { Waiting } from '../../layout/Waiting';
import { titleOf } from '../value/text';
import { useWording, useWords } from '../value/useWording';
import { BackToList } from './BackToList';
import { History } from './History';
import { ReviveButton } from './ReviveButton';

interface Props {
  resource: Resource;
  id: string;
  onRevived: (row: Row) => void;
}

/** Where a row was: what the log knows of it, and the way back. */
export function GonePage({ resource, id, onRevived }: Props) {
  const t = useTranslate();
  const say = useWords();
  const words = useWording();
  const past = useQuery({
    queryKey: ['gone', resource.name, id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/{resource}/{id}/history', {
          params: { path: { resource: resource.name, id }, query: { limit: 20 } },
          signal,
        }),
      ),
    gcTime: 0,
  });
  if (past.isPending) {
    return <Waiting />;
  }
  const deletion = past.data?.items.find(({ action }) => action === 'DELETE');
  if (deletion === undefined) {
    return <NotFound />;
  }
  const was: Row = { id };
  for (const { column, before } of deletion.changes) {
    was[column] = before;
  }
  return (
    <>
      <PageHeader
        above={<BackToList resource={resource} />}
        title={titleOf(resource, was, words)}
        actions={
          resource.can.create && (
            <ReviveButton resource={resource} id={id} entry={deletion.id} onRevived={onRevived} />
          )
        }
      />
      <Alert severity="warning" sx={{ mb: 2 }}>
        {t('ojeomneo.gone.about', { name: say(resource.label) })}
      </Alert>
      <History resource={resource} row={was} />
    </>
  );
}
