import { Button, Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Resource } from '../../api/schema';
import { useRows } from '../list/useRows';
import { BulkDialog } from './BulkDialog';
import type { Selection } from './useSelection';

/** What can be done with the rows that were chosen. */
export function BulkBar({ resource, selection }: { resource: Resource; selection: Selection }) {
  const t = useTranslate();
  const { isWhole } = useRows();
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const changeable = resource.can.update && resource.columns.some(({ bulk }) => bulk);
  return (
    <Paper variant="outlined" sx={bar} role="region" aria-label={t('ojeomneo.bulk.change')}>
      <Typography sx={{ fontWeight: 650 }} aria-live="polite">
        {selection.all
          ? t('ojeomneo.bulk.allChosen')
          : t('ojeomneo.bulk.chosen', { count: selection.count })}
      </Typography>
      {!selection.all && !isWhole && (
        <Button onClick={selection.chooseAll}>{t('ojeomneo.bulk.all')}</Button>
      )}
      <Button color="secondary" onClick={selection.clear}>
        {t('ojeomneo.bulk.clear')}
      </Button>
      {changeable && (
        <Button variant="contained" onClick={() => setDoing('change')}>
          {t('ojeomneo.bulk.change')}
        </Button>
      )}
      {resource.can.delete && (
        <Button color="error" onClick={() => setDoing('remove')}>
          {t('ojeomneo.bulk.remove')}
        </Button>
      )}
      {doing !== null && (
        <BulkDialog
          resource={resource}
          selection={selection}
          removes={doing === 'remove'}
          onClose={() => setDoing(null)}
        />
      )}
    </Paper>
  );
}

const bar = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  px: 2,
  py: 1,
  mb: 1.5,
};
