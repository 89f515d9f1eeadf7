import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../api/http';
import { ReasonDialog } from '../notice/ReasonDialog';

/** For somebody who has lost both their phone and their recovery codes. */
export function LostFactor({ id }: { id: string }) {
  const t = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  async function end(reason: string) {
    await api.POST('/api/staff/{id}/second-factor/end', {
      params: { path: { id } },
      body: { reason },
    });
    notify('ojeomneo.staff.factorEnded', { type: 'success' });
    await queries.invalidateQueries();
  }
  return (
    <>
      <Button
        variant="outlined"
        color="warning"
        sx={{ justifySelf: 'start' }}
        onClick={() => setAsking(true)}
      >
        {t('ojeomneo.staff.factorEnd')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('ojeomneo.staff.factorEnd')}
          about={t('ojeomneo.staff.factorEndAbout')}
          color="warning"
          onReason={end}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
