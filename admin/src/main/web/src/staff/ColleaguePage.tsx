import { Alert, Box, Button } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../api/http';
import type { Row } from '../api/schema';
import { NotFound } from '../layout/NotFound';
import { useComplaint } from '../notice/useComplaint';
import { useResource } from '../resource/declared';
import { GenericRecord } from '../resource/record/RecordPage';
import { useSession } from '../session/useSession';
import { LostFactor } from './LostFactor';
import { SessionsCard } from './SessionsCard';

/** Somebody who works here: the generic page, and how they sign in. */
export default function ColleaguePage() {
  const staff = useResource('staff');
  const { id } = useParams();
  if (staff === undefined || id === undefined) {
    return <NotFound />;
  }
  return (
    <>
      <GenericRecord key={id} resource={staff} id={id} notice={(row) => <Invitation row={row} />} />
      <SigningIn key={`signing in ${id}`} id={id} />
    </>
  );
}

function Invitation({ row }: { row: Row }) {
  const t = useTranslate();
  const notify = useNotify();
  const complain = useComplaint();
  if (row.joined === true || row.disabledAt !== null) {
    return null;
  }
  async function again() {
    try {
      await api.POST('/api/staff/{id}/invitation', { params: { path: { id: row.id } } });
      notify('ojeomneo.staff.invited', { type: 'success' });
    } catch (error) {
      complain(error);
    }
  }
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={<Button onClick={() => void again()}>{t('ojeomneo.staff.again')}</Button>}
    >
      {t('ojeomneo.staff.waiting')}
    </Alert>
  );
}

function SigningIn({ id }: { id: string }) {
  const self = useSession().staff.id === id;
  return (
    <Box component="section" sx={{ mt: 2, maxWidth: 640, display: 'grid', gap: 2 }}>
      <SessionsCard colleague={self ? undefined : id} />
      {!self && <LostFactor id={id} />}
    </Box>
  );
}
