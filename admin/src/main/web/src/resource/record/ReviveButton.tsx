import ReviveIcon from '@mui/icons-material/RestoreFromTrashOutlined';
import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { RevertDialog } from './RevertDialog';

interface Props {
  resource: Resource;
  id: string;
  /** Of the log, by which the row was deleted. */
  entry: string;
  onRevived: (row: Row) => void;
}

/** Makes a deleted row again, as it was, with the rows within it. */
export function ReviveButton({ resource, id, entry, onRevived }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  async function revive() {
    const row = await answer(
      api.POST('/api/{resource}/{id}/revert', {
        params: { path: { resource: resource.name, id } },
        body: { entry },
      }),
    );
    setOpen(false);
    void queries.invalidateQueries({ queryKey: [resource.name] });
    void queries.invalidateQueries({ queryKey: ['history', resource.name, id] });
    void queries.invalidateQueries({ queryKey: ['audit_log'] });
    notify('ojeomneo.gone.done', { type: 'success' });
    onRevived(row);
  }
  return (
    <>
      <Button variant="contained" startIcon={<ReviveIcon />} onClick={() => setOpen(true)}>
        {t('ojeomneo.gone.revive')}
      </Button>
      {open && (
        <RevertDialog
          title={t('ojeomneo.gone.revive')}
          question={t('ojeomneo.gone.sure')}
          onConfirm={revive}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
