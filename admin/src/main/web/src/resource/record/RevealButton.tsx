import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
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
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
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
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="reveal-title">
      <form onSubmit={submit}>
        <DialogTitle id="reveal-title">{t('ojeomneo.reveal.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{t('ojeomneo.reveal.about')}</Typography>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <TextField
              label={t('ojeomneo.reveal.reason')}
              helperText={t('ojeomneo.reveal.reasonHelp')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 200 } }}
              autoFocus
              required
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={busy} disabled={reason.trim() === ''}>
            {t('ojeomneo.reveal.show')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
