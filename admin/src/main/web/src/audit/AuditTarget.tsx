import { Alert, Button, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { recordPath } from '../api/data';
import type { Resource } from '../api/schema';
import { isRefused } from '../api/problem';
import { useResource } from '../resource/declared';
import { ReviveButton } from '../resource/record/ReviveButton';
import { useRecord } from '../resource/record/useRecord';
import { titleOf } from '../resource/value/text';
import { useWording, useWords } from '../resource/value/useWording';

interface Props {
  resource: string;
  id: string;
  /** The entry by which it was deleted. */
  deletion: string | undefined;
}

/** The row that an entry of the log is about: there, or gone and to be brought back from here. */
export function AuditTarget({ resource: name, ...rest }: Props) {
  const resource = useResource(name);
  return resource === undefined ? null : <Target resource={resource} {...rest} />;
}

function Target({
  resource,
  id,
  deletion,
}: Omit<Props, 'resource'> & {
  resource: Resource;
}) {
  const t = useTranslate();
  const say = useWords();
  const words = useWording();
  const { data, error, isPending, accept } = useRecord(resource.name, id);
  if (isPending || (error !== null && !isRefused(error, 404))) {
    return null;
  }
  const open = (
    <Button color="inherit" component={Link} to={recordPath(resource.name, id)}>
      {t('ojeomneo.gone.open')}
    </Button>
  );
  return data !== undefined && error === null ? (
    <Alert severity="info" action={open} sx={{ mb: 2 }}>
      {say(resource.label)}: {titleOf(resource, data, words)}
    </Alert>
  ) : (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <Stack direction="row" spacing={1}>
          {open}
          {deletion !== undefined && resource.can.create && (
            <ReviveButton resource={resource} id={id} entry={deletion} onRevived={accept} />
          )}
        </Stack>
      }
    >
      {t('ojeomneo.gone.about', { name: say(resource.label) })}
    </Alert>
  );
}
