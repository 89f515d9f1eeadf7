import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { Button, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { FormDialog } from '../../notice/FormDialog';
import { useAct } from '../../profile/useAct';

interface Props {
  resource: Resource;
  id: string;
  revealed: Row | undefined;
  onReveal: (row: Row | undefined) => void;
}

/** Hidden values are shown to whoever says why, on this page and until it is left. */
export function RevealButton({ resource, id, revealed, onReveal }: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  if (revealed !== undefined) {
    return <Button onClick={() => onReveal(undefined)}>{t('ojeomneo.reveal.hide')}</Button>;
  }
  return (
    <>
      <Button startIcon={<ShowIcon />} onClick={() => setOpen(true)}>
        {t('ojeomneo.reveal.action')}
      </Button>
      {open && (
        <RevealDialog
          resource={resource}
          id={id}
          onReveal={onReveal}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function RevealDialog({
  resource,
  id,
  onReveal,
  onClose,
}: Omit<Props, 'revealed'> & { onClose: () => void }) {
  const t = useTranslate();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  const submit = () =>
    act(async () => {
      onReveal(
        await answer(
          api.POST('/api/{resource}/{id}/reveal', {
            params: { path: { resource: resource.name, id } },
            body: { reason: reason.trim() },
          }),
        ),
      );
      void queries.invalidateQueries({ queryKey: ['history', resource.name, id] });
      onClose();
    });
  return (
    <FormDialog
      title={t('ojeomneo.reveal.title')}
      about={t('ojeomneo.reveal.about')}
      submitLabel={t('ojeomneo.reveal.show')}
      busy={busy}
      disabled={reason.trim() === ''}
      refusal={refusal}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('ojeomneo.reveal.reason')}
        helperText={t('ojeomneo.reveal.reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        autoFocus
        required
      />
    </FormDialog>
  );
}
