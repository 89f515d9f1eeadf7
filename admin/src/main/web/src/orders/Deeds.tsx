import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useResource } from '../resource/declared';
import { History } from '../resource/record/History';

/** What staff did with the order, from where and why, as the log has it. */
export function Deeds({ order }: { order: string }) {
  const t = useTranslate();
  const resource = useResource('orders');
  if (resource === undefined) {
    return null;
  }
  return (
    <Box component="section" aria-labelledby="deeds">
      <Typography variant="h2" id="deeds" sx={{ mt: 1, mb: 1 }}>
        {t('ojeomneo.order.deeds.title')}
      </Typography>
      <History resource={resource} row={{ id: order }} />
    </Box>
  );
}
