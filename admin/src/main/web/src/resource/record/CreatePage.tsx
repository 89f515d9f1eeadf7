import { useNotify, useResourceContext, useTranslate } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate } from 'react-router-dom';
import { recordPath } from '../../api/data';
import type { Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { NotFound } from '../../layout/NotFound';
import { PageHeader } from '../../layout/PageHeader';
import { useResource } from '../declared';
import { useWords } from '../value/useWording';
import { BackToList } from './BackToList';
import { type Values, changed } from './changes';
import { RecordForm } from './RecordForm';

const NEW: Partial<Row> = {};

export function CreatePage() {
  const t = useTranslate();
  const say = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const resource = useResource(useResourceContext() ?? '');
  const [made, setMade] = useState<Row>();
  if (resource?.can.create !== true) {
    return <NotFound />;
  }
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
        title={t('ojeomneo.form.create', { name: say(resource.label) })}
      />
      <RecordForm
        creating
        resource={resource}
        row={NEW}
        submitLabel={t('ojeomneo.form.create_')}
        onSave={create}
      />
    </>
  );
}
