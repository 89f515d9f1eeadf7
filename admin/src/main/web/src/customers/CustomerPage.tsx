import EyeIcon from '@mui/icons-material/PhoneIphoneOutlined';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { mayThey } from '../api/session';
import { NotFound } from '../layout/NotFound';
import { useResource } from '../resource/declared';
import { GenericRecord } from '../resource/record/RecordPage';
import { ViewDialog } from './ViewDialog';

/** A customer: the generic page, and the app as they see it. */
export default function CustomerPage() {
  const users = useResource('users');
  const { id } = useParams();
  if (users === undefined || id === undefined) {
    return <NotFound />;
  }
  return (
    <GenericRecord
      key={id}
      resource={users}
      id={id}
      notice={(row) =>
        row.deletedAt === null && mayThey('PERSONAL_DATA') ? <ViewButton id={id} /> : null
      }
    />
  );
}

function ViewButton({ id }: { id: string }) {
  const t = useTranslate();
  const [asking, setAsking] = useState(false);
  return (
    <Box sx={{ mb: 2 }}>
      <Button variant="outlined" startIcon={<EyeIcon />} onClick={() => setAsking(true)}>
        {t('ojeomneo.staff.view.open')}
      </Button>
      {asking && <ViewDialog id={id} onDone={() => setAsking(false)} />}
    </Box>
  );
}
