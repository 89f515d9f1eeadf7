import { useNotify, useResourceContext, useTranslate } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router-dom';
import { recordPath } from '../../api/data';
import type { Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { NotFound } from '../../layout/NotFound';
import { PageHeader } from '../../layout/PageHeader';
import { useResource } from '../declared';
import { useWords } from '../value/useWording';
import { BackToList } from './BackToList';
import { type Values, changed } from './changes';
import { RecordForm } from './RecordForm';
import { copyOf } from '../copy/copy';
import { Waiting } from '../../layout/Waiting';
import { useRecord } from './useRecord';

const NEW: Partial<Row> = {};

/** An empty form, or one that is filled with a copy of the row that the address names. */
export function CreatePage() {
  const resource = useResource(useResourceContext() ?? '');
  const [address] = useSearchParams();
  const copied = address.get('copy');
  if (resource?.can.create !== true) {
    return <NotFound />;
  }
  return copied === null ? (
    <Create resource={resource} title="ojeomneo.form.create" start={NEW} />
  ) : (
    <CreateCopy key={copied} resource={resource} id={copied} />
  );
}

function CreateCopy({ resource, id }: { resource: Resource; id: string }) {
  const t = useTranslate();
  const { data, isError } = useRecord(resource.name, id);
  if (isError) {
    return <NotFound />;
  }
  return data === undefined ? (
    <Waiting />
  ) : (
    <Create
      resource={resource}
      title="ojeomneo.copy.title"
      start={copyOf(resource, data, (name) => t('ojeomneo.copy.name', { name }))}
    />
  );
}

interface Props {
  resource: Resource;
  /** A key of the translations. */
  title: string;
  start: Partial<Row>;
}

function Create({ resource, title, start }: Props) {
  const t = useTranslate();
  const say = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const [made, setMade] = useState<Row>();
  if (made !== undefined) {
    return <Navigate to={recordPath(resource.name, made.id)} replace />;
  }
  const { name } = resource;
  async function create(form: Values) {
    const row = await answer(
      api.POST('/api/{resource}', {
        params: { path: { resource: name } },
        body: changed({}, form),
      }),
    );
    void queries.invalidateQueries({ queryKey: [name] });
    notify('ojeomneo.form.created', { type: 'success' });
    setMade(row);
    return row;
  }
  return (
    <>
      <PageHeader
        above={<BackToList resource={resource} />}
        title={t(title, { name: say(resource.label) })}
      />
      <RecordForm
        creating
        resource={resource}
        row={start}
        submitLabel={t('ojeomneo.form.create_')}
        onSave={create}
      />
    </>
  );
}
