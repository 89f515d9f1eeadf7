import { Alert, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { CoreAdminUI, CustomRoutes, Resource, useTranslate } from 'react-admin';
import { Navigate, Route } from 'react-router-dom';
import { answer, api } from './api/http';
import type { Resource as Declaration } from './api/schema';
import { currentSession, mayThey } from './api/session';
import { Layout } from './layout/Layout';
import { NotFound } from './layout/NotFound';
import { Waiting } from './layout/Waiting';
import { firstPage, pages } from './pages';
import { ListPage } from './resource/list/ListPage';
import { CreatePage } from './resource/record/CreatePage';
import { RecordPage } from './resource/record/RecordPage';
import { DeclaredProvider } from './resource/declared';

/** All pages: our own, and one list and one record page for each resource that is declared. */
export function Places() {
  const t = useTranslate();
  const declared = useQuery({
    queryKey: ['resources'],
    queryFn: ({ signal }) => answer(api.GET('/api/resources', { signal })),
    staleTime: Infinity,
  });
  if (declared.isPending) {
    return <Waiting />;
  }
  if (declared.isError) {
    return (
      <Alert
        severity="error"
        sx={{ m: 3 }}
        action={
          <Button onClick={() => void declared.refetch()}>{t('ojeomneo.action.retry')}</Button>
        }
      >
        {declared.error.message}
      </Alert>
    );
  }
  const { resources } = declared.data;
  const open = pages.filter(({ permission }) => permission === undefined || mayThey(permission));
  const roles = currentSession()?.staff.roles ?? [];
  const worksInShops = roles.length > 0 && roles.every(({ storeId }) => storeId !== null);
  const first = firstPage(open, worksInShops) ?? firstOf(resources);
  return (
    <DeclaredProvider value={resources}>
      <CoreAdminUI
        layout={Layout}
        loading={Waiting}
        catchAll={NotFound}
        title={t('ojeomneo.title')}
        disableTelemetry
      >
        <CustomRoutes>
          {first !== undefined && <Route path="/" element={<Navigate to={first} replace />} />}
          {open.map(({ path, component: Component }) => (
            <Route key={path} path={path} element={<Component />} />
          ))}
        </CustomRoutes>
        {resources.map(({ name }) => (
          <Resource key={name} name={name} list={ListPage} create={CreatePage} edit={RecordPage} />
        ))}
      </CoreAdminUI>
    </DeclaredProvider>
  );
}

function firstOf(resources: Declaration[]): string | undefined {
  const chosen = resources.find(({ group }) => group === 'ORDERS') ?? resources[0];
  return chosen === undefined ? '/profile' : `/${chosen.name}`;
}
