import { Alert, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNotify, useResourceContext, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { ifMatch } from '../../api/data';
import type { Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { isRefused } from '../../api/problem';
import { NotFound } from '../../layout/NotFound';
import { PageHeader } from '../../layout/PageHeader';
import { Waiting } from '../../layout/Waiting';
import { recordPages } from '../../pages';
import { useResource } from '../declared';
import { titleOf } from '../value/text';
import { useWording } from '../value/useWording';
import { CopyButton } from '../copy/CopyButton';
import { BackToList } from './BackToList';
import { type Values, changed } from './changes';
import { ConflictDialog } from './ConflictDialog';
import { DeleteButton } from './DeleteButton';
import { GonePage } from './GonePage';
import { History } from './History';
import { RecordForm } from './RecordForm';
import type { TabOf } from './RecordTabs';
import { RelatedLists } from './RelatedLists';
import { RevealButton } from './RevealButton';
import { useRecord } from './useRecord';

/** One row of any resource: read, edited, deleted, its past, and what refers to it. */
export function RecordPage() {
  const resource = useResource(useResourceContext() ?? '');
  const { id } = useParams();
  if (resource === undefined || id === undefined) {
    return <NotFound />;
  }
  const OwnPage = recordPages[resource.name];
  return OwnPage === undefined ? (
    <GenericRecord key={`${resource.name} ${id}`} resource={resource} id={id} />
  ) : (
    <OwnPage />
  );
}

/** Also for pages of our own that want the generic one beside theirs. */
export function GenericRecord({
  resource,
  id,
  notice,
}: {
  resource: Resource;
  id: string;
  /** Between the title and the form. */
  notice?: (row: Row) => ReactNode;
}) {
  const t = useTranslate();
  const record = useRecord(resource.name, id);
  if (record.isPending) {
    return <Waiting />;
  }
  if (record.isError) {
    return isRefused(record.error, 404) ? (
      <GonePage resource={resource} id={id} onRevived={record.accept} />
    ) : (
      <Alert
        severity="error"
        action={<Button onClick={() => void record.refetch()}>{t('ojeomneo.action.retry')}</Button>}
      >
        {record.error.message}
      </Alert>
    );
  }
  return (
    <Known
      resource={resource}
      row={record.data}
      notice={notice?.(record.data)}
      accept={record.accept}
    />
  );
}

interface Meeting {
  base: Row;
  mine: Values;
  theirs: Row;
}

function Known({
  resource,
  row,
  notice,
  accept,
}: {
  resource: Resource;
  row: Row;
  notice: ReactNode;
  accept: (row: Row) => void;
}) {
  const t = useTranslate();
  const words = useWording();
  const notify = useNotify();
  const [revealed, setRevealed] = useState<Row>();
  const [meeting, setMeeting] = useState<Meeting>();

  /** Writes what differs from `base`, on its version; finds that somebody else was faster. */
  async function save(base: Row, form: Values) {
    try {
      const saved = await answer(
        api.PUT('/api/{resource}/{id}', {
          params: {
            path: { resource: resource.name, id: row.id },
            header: ifMatch(base.version),
          },
          body: changed(base, form),
        }),
      );
      setMeeting(undefined);
      setRevealed(undefined);
      accept(saved);
      notify('ojeomneo.form.saved', { type: 'success' });
      return saved;
    } catch (error) {
      if (isRefused(error, 412) && error.problem.current !== undefined) {
        setMeeting({ base, mine: form, theirs: error.problem.current });
        return undefined;
      } else {
        throw error;
      }
    }
  }

  const moreTabs: TabOf[] = [
    ...(resource.related.length > 0
      ? [
          {
            name: 'related',
            label: t('ojeomneo.related.tab'),
            content: <RelatedLists resource={resource} id={row.id} />,
          },
        ]
      : []),
    // The log has no log.
    ...(resource.name === 'audit_log'
      ? []
      : [
          {
            name: 'history',
            label: t('ojeomneo.history.tab'),
            content: <History resource={resource} row={row} onReverted={accept} />,
          },
        ]),
  ];
  return (
    <>
      <PageHeader
        above={<BackToList resource={resource} />}
        title={titleOf(resource, revealed ?? row, words)}
        actions={
          <>
            {resource.can.reveal && (row.masked?.length ?? 0) > 0 && (
              <RevealButton
                resource={resource}
                id={row.id}
                revealed={revealed}
                onReveal={setRevealed}
              />
            )}
            {resource.can.create && <CopyButton resource={resource} row={row} />}
            {resource.can.delete && <DeleteButton resource={resource} row={row} />}
          </>
        }
      />
      {notice}
      {revealed !== undefined && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('ojeomneo.reveal.shown')}
        </Alert>
      )}
      <RecordForm
        resource={resource}
        row={row}
        revealed={revealed}
        submitLabel={t('ojeomneo.form.save')}
        onSave={(form) => save(row, form)}
        moreTabs={moreTabs}
      >
        {meeting !== undefined && (
          <ConflictDialog
            resource={resource}
            {...meeting}
            onChosen={async (form) => {
              await save(meeting.theirs, form);
            }}
            onCancel={() => setMeeting(undefined)}
          />
        )}
      </RecordForm>
    </>
  );
}
