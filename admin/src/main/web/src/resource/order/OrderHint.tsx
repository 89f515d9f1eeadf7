import { Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Resource } from '../../api/schema';
import { useWords } from '../value/useWording';
import { type Hindrance, orderedPath } from './order';

/** Says what keeps the rows of a list from being dragged, and the way there. */
export function OrderHint({ resource, why }: { resource: Resource; why: Hindrance }) {
  const t = useTranslate();
  const say = useWords();
  const column = resource.columns.find(({ name }) => name === resource.orderedBy);
  return (
    <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', columnGap: 1, mb: 1 }}>
      <Typography variant="body2" color="textSecondary">
        {t(`ojeomneo.drag.${why}`, { column: column === undefined ? '' : say(column.label) })}
      </Typography>
      {why !== 'tooLong' && (
        <Button size="small" component={Link} to={orderedPath(resource)}>
          {t('ojeomneo.drag.show')}
        </Button>
      )}
    </Stack>
  );
}
