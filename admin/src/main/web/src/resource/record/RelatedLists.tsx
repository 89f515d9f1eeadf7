import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Related, Resource, Row } from '../../api/schema';
import { useResource } from '../declared';
import { listPath } from '../list/filters';
import { RowTable } from '../list/RowTable';
import { useWords } from '../value/useWording';

const FEW = 5;

/** The newest rows of other resources that name this one. */
export function RelatedLists({ resource, id }: { resource: Resource; id: string }) {
  return (
    <Stack spacing={3}>
      {resource.related.map((related) => (
        <RelatedList key={`${related.resource} ${related.column}`} related={related} id={id} />
      ))}
    </Stack>
  );
}

function RelatedList({ related, id }: { related: Related; id: string }) {
  const t = useTranslate();
  const say = useWords();
  const resource = useResource(related.resource);
  const filter = { [related.column]: id };
  const sort = resource?.defaultSort ?? 'id';
  const { data } = useGetList<Row>(
    related.resource,
    {
      filter,
      sort: { field: sort.replace('-', ''), order: sort.startsWith('-') ? 'DESC' : 'ASC' },
      pagination: { page: 1, perPage: FEW },
    },
    { enabled: resource !== undefined },
  );
  if (resource === undefined) {
    return null;
  }
  const columns = resource.columns.filter(({ listed, name }) => listed && name !== related.column);
  return (
    <section aria-label={say(related.label)}>
      <Stack direction="row" sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">{say(related.label)}</Typography>
        <Box sx={{ flex: 1 }} />
        <Button size="small" component={Link} to={listPath(resource.name, filter)}>
          {t('ojeomneo.related.all')}
        </Button>
      </Stack>
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {data === undefined || data.length === 0 ? (
          <Typography color="textSecondary" sx={{ p: 2 }}>
            {t(data === undefined ? 'ra.message.loading' : 'ojeomneo.related.none')}
          </Typography>
        ) : (
          <RowTable sorts={false} resource={resource} columns={columns} rows={data} />
        )}
      </Paper>
    </section>
  );
}
