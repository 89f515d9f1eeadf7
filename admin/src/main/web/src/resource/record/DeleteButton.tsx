import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { ifMatch, recordPath } from '../../api/data';
import type { DeletionPart, Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { FormDialog } from '../../notice/FormDialog';
import { useAct } from '../../profile/useAct';
import { titleOf } from '../value/text';
import { useWording, useWords } from '../value/useWording';

interface Props {
  resource: Resource;
  row: Row;
}

export function DeleteButton({ resource, row }: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button color="error" startIcon={<DeleteIcon />} onClick={() => setOpen(true)}>
        {t('ojeomneo.delete.action')}
      </Button>
      {open && <DeleteDialog resource={resource} row={row} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Says what goes with it, or what keeps it, before anything is deleted. */
function DeleteDialog({ resource, row, onClose }: Props & { onClose: () => void }) {
  const t = useTranslate();
  const say = useWords();
  const words = useWording();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { act, busy, refusal } = useAct();
  const path = recordPath(resource.name, row.id);
  const key = { resource: resource.name, id: row.id };
  const deletion = useQuery({
    queryKey: ['deletion', resource.name, row.id, row.version],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/{resource}/{id}/deletion', { params: { path: key }, signal })),
    gcTime: 0,
  });
  function remove() {
    void act(async () => {
      await api.DELETE('/api/{resource}/{id}', {
        params: { path: key, header: ifMatch(row.version) },
      });
      void queries.invalidateQueries({ queryKey: [resource.name] });
      notify(<Deleted path={path} />, { type: 'success', autoHideDuration: 10_000 });
      await navigate(`/${resource.name}`);
      queries.removeQueries({ queryKey: ['record', resource.name, row.id] });
    });
  }
  return (
    <FormDialog
      title={t('ojeomneo.delete.title', { name: say(resource.label) })}
      submitLabel={t('ojeomneo.delete.action')}
      color="error"
      busy={busy}
      disabled={deletion.data?.allowed !== true}
      refusal={refusal ?? deletion.error?.message}
      onSubmit={remove}
      onClose={onClose}
    >
      {deletion.isPending && <LinearProgress aria-label={t('ra.message.loading')} />}
      {deletion.data?.allowed === true && (
        <Typography>
          {t('ojeomneo.delete.sure', { title: titleOf(resource, row, words) })}
        </Typography>
      )}
      <Parts title={t('ojeomneo.delete.blocks')} parts={deletion.data?.blocks} />
      <Parts title={t('ojeomneo.delete.goes')} parts={deletion.data?.goes} />
    </FormDialog>
  );
}

/** Said with the way back beside it: most of what is deleted by mistake is missed at once. */
function Deleted({ path }: { path: string }) {
  const t = useTranslate();
  return (
    <Alert
      severity="success"
      variant="filled"
      action={
        <Button color="inherit" size="small" component={Link} to={path}>
          {t('ojeomneo.gone.revive')}
        </Button>
      }
    >
      {t('ojeomneo.delete.done')}
    </Alert>
  );
}

function Parts({ title, parts = [] }: { title: string; parts: DeletionPart[] | undefined }) {
  const t = useTranslate();
  const say = useWords();
  return parts.length === 0 ? null : (
    <div>
      <Typography sx={{ fontWeight: 650 }}>{title}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {parts.map(({ resource, label, count }) => (
          <li key={resource}>
            {say(label)} {t('ojeomneo.inline.count', { count })}
          </li>
        ))}
      </Box>
    </div>
  );
}
