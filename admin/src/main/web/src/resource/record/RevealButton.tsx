import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Resource, Row } from '../../api/schema';
import { answer, api } from '../../api/http';
import { ReasonDialog } from '../../notice/ReasonDialog';

interface Props {
  resource: Resource;
  id: string;
  revealed: Row | undefined;
  onReveal: (row: Row | undefined) => void;
}

/** Hidden values are shown to whoever says why, on this page and until it is left. */
export function RevealButton({ resource, id, revealed, onReveal }: Props) {
  const t = useTranslate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  async function reveal(reason: string) {
    onReveal(
      await answer(
        api.POST('/api/{resource}/{id}/reveal', {
          params: { path: { resource: resource.name, id } },
          body: { reason },
        }),
      ),
    );
    void queries.invalidateQueries({ queryKey: ['history', resource.name, id] });
  }
  if (revealed !== undefined) {
    return <Button onClick={() => onReveal(undefined)}>{t('ojeomneo.reveal.hide')}</Button>;
  }
  return (
    <>
      <Button startIcon={<ShowIcon />} onClick={() => setOpen(true)}>
        {t('ojeomneo.reveal.action')}
      </Button>
      {open && (
        <ReasonDialog
          title={t('ojeomneo.reveal.title')}
          about={t('ojeomneo.reveal.about')}
          submitLabel={t('ojeomneo.reveal.show')}
          help={t('ojeomneo.reveal.reasonHelp')}
          onReason={reveal}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
