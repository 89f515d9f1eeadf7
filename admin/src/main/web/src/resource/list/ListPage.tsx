import AddIcon from '@mui/icons-material/Add';
import ImportIcon from '@mui/icons-material/FileUploadOutlined';
import GoneIcon from '@mui/icons-material/DeleteSweepOutlined';
import {
  Alert,
  Button,
  LinearProgress,
  Paper,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { ListBase, useResourceContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Resource } from '../../api/schema';
import { PageHeader } from '../../layout/PageHeader';
import { makingPages } from '../../pages';
import { useResource } from '../declared';
import { withSeparators } from '../value/number';
import { useWords } from '../value/useWording';
import { BulkBar } from '../bulk/BulkBar';
import { useSelection } from '../bulk/useSelection';
import { DateDrill } from '../dates/DateDrill';
import { OrderHint } from '../order/OrderHint';
import { Ordered } from '../order/Ordered';
import { useListOrder } from '../order/useListOrder';
import { ViewsButton } from '../views/ViewsButton';
import { Cards } from './Cards';
import { ColumnPicker } from './ColumnPicker';
import { ExportButton } from './ExportButton';
import { FilterBar } from './FilterBar';
import { Pages } from './Pages';
import { RowTable } from './RowTable';
import { useColumns } from './useColumns';
import { useRows } from './useRows';

/** The list of any resource, made from its declaration. What is filtered, sorted and shown stands in the address. */
export function ListPage() {
  const name = useResourceContext() ?? '';
  const resource = useResource(name);
  if (resource === undefined) {
    return null;
  }
  const descending = resource.defaultSort.startsWith('-');
  return (
    <ListBase
      key={name}
      resource={name}
      perPage={25}
      sort={{ field: resource.defaultSort.replace('-', ''), order: descending ? 'DESC' : 'ASC' }}
      exporter={false}
      disableAuthentication
      queryOptions={{ placeholderData: (previous: unknown) => previous as never }}
    >
      <ListOf resource={resource} />
    </ListBase>
  );
}

function ListOf({ resource }: { resource: Resource }) {
  const t = useTranslate();
  const say = useWords();
  const phone = useMediaQuery(useTheme().breakpoints.down('sm'));
  const listed = useRows();
  const { error, isFetching, refetch, estimatedTotal: total, isWhole, filters } = listed;
  const order = useListOrder(resource, listed);
  const { rows, movable } = order;
  const picked = useColumns(resource);
  const selection = useSelection(JSON.stringify(filters));
  const many = resource.can.update || resource.can.delete;
  const label = say(resource.label);
  const making = makingPages[resource.name];
  return (
    <>
      <PageHeader
        title={label}
        aside={
          total !== undefined && (
            <Typography color="textSecondary">
              {t(isWhole ? 'ojeomneo.list.count' : 'ojeomneo.list.about', {
                count: withSeparators(total),
              })}
            </Typography>
          )
        }
        actions={
          <>
            <ViewsButton resource={resource} picked={picked} />
            {!phone && <ColumnPicker resource={resource} picked={picked} />}
            <ExportButton resource={resource} columns={picked.shown} />
            {resource.can.importRows && (
              <Button
                color="secondary"
                component={Link}
                to={`/import/${resource.name}`}
                startIcon={<ImportIcon />}
              >
                {t('ojeomneo.imports.action')}
              </Button>
            )}
            {resource.can.delete && resource.can.create && (
              <Button
                color="secondary"
                component={Link}
                to={`/deleted/${resource.name}`}
                startIcon={<GoneIcon />}
              >
                {t('ojeomneo.gone.list')}
              </Button>
            )}
            {making !== undefined && (
              <Button component={Link} to={making.path} variant="contained" startIcon={<AddIcon />}>
                {t(making.label)}
              </Button>
            )}
            {resource.can.create && (
              <Button
                component={Link}
                to={`/${resource.name}/create`}
                variant="contained"
                startIcon={<AddIcon />}
              >
                {t('ojeomneo.list.create')}
              </Button>
            )}
          </>
        }
      />
      <FilterBar key={resource.name} resource={resource} />
      {resource.dated !== null && (
        <DateDrill key={`${resource.name} by date`} resource={resource} dated={resource.dated} />
      )}
      {order.hindrance !== undefined && <OrderHint resource={resource} why={order.hindrance} />}
      {many && selection.count > 0 && <BulkBar resource={resource} selection={selection} />}
      {error !== null ? (
        <Alert
          severity="error"
          action={<Button onClick={refetch}>{t('ojeomneo.action.retry')}</Button>}
        >
          {error.message}
        </Alert>
      ) : (
        <Paper variant="outlined" sx={{ overflow: 'hidden', position: 'relative' }}>
          {isFetching && <LinearProgress aria-label={t('ra.message.loading')} sx={progress} />}
          {rows === undefined ? (
            <Typography sx={message}>{t('ra.message.loading')}</Typography>
          ) : rows.length === 0 ? (
            <Typography sx={message}>
              {t(Object.keys(filters).length > 0 ? 'ojeomneo.list.noMatch' : 'ojeomneo.list.empty')}
            </Typography>
          ) : phone ? (
            <Ordered resource={resource} order={order}>
              <Cards
                resource={resource}
                rows={rows}
                selection={many ? selection : undefined}
                movable={movable}
              />
            </Ordered>
          ) : (
            <Ordered resource={resource} order={order}>
              <RowTable
                resource={resource}
                columns={picked.shown}
                rows={rows}
                selection={many ? selection : undefined}
                movable={movable}
                onEdited={refetch}
              />
            </Ordered>
          )}
        </Paper>
      )}
      <Pages />
    </>
  );
}

const progress = { position: 'absolute', top: 0, left: 0, right: 0, height: 2, zIndex: 1 };
const message = { color: 'text.secondary', textAlign: 'center', py: 8, px: 2 };
