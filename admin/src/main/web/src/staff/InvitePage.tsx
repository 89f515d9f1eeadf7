import AddIcon from '@mui/icons-material/Add';
import { Alert, Button, Card, CardContent, Stack, TextField, Typography } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { answer, api } from '../api/http';
import { PageHeader } from '../layout/PageHeader';
import { useAct } from '../profile/useAct';
import { BackToList } from '../resource/record/BackToList';
import { useResource } from '../resource/declared';
import { recordPath } from '../api/data';
import { invitedRole, type RoleChoice, RoleFields } from './RoleFields';

/** Lets somebody in: they are mailed a link. */
export default function InvitePage() {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const staff = useResource('staff');
  const [email, setEmail] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [roles, setRoles] = useState<RoleChoice[]>([{ role: 'VIEWER', storeId: null }]);
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      const { id } = await answer(
        api.POST('/api/staff/invitations', {
          body: { email: email.trim(), displayName, roles: roles.map(invitedRole) },
        }),
      );
      notify('ojeomneo.staff.invited', { type: 'success' });
      await navigate(recordPath('staff', id));
    });
  }
  return (
    <>
      <PageHeader
        above={staff !== undefined && <BackToList resource={staff} />}
        title={t('ojeomneo.staff.invite')}
      />
      <Card sx={{ maxWidth: 640 }}>
        <CardContent component="form" onSubmit={submit}>
          <Stack spacing={2}>
            <Typography color="textSecondary">{t('ojeomneo.staff.inviteAbout')}</Typography>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <TextField
              label={t('ojeomneo.staff.email')}
              type="email"
              autoComplete="off"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 254 } }}
              autoFocus
              required
            />
            <TextField
              label={t('ojeomneo.staff.name')}
              autoComplete="off"
              value={displayName}
              onChange={(event) => setDisplayName(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 40 } }}
              required
            />
            {roles.map((each, at) => (
              <RoleFields
                key={at}
                value={each}
                onChange={(next) => setRoles(roles.with(at, next))}
                onRemove={
                  roles.length > 1 ? () => setRoles(roles.filter((_, i) => i !== at)) : undefined
                }
              />
            ))}
            <Button
              startIcon={<AddIcon />}
              sx={{ alignSelf: 'start' }}
              onClick={() => setRoles([...roles, { role: 'VIEWER', storeId: null }])}
            >
              {t('ojeomneo.staff.addRole')}
            </Button>
            <Button
              type="submit"
              variant="contained"
              loading={busy}
              disabled={roles.some(
                ({ role, storeId }) => role === 'SHOP_STAFF' && storeId === null,
              )}
              sx={{ alignSelf: 'start' }}
            >
              {t('ojeomneo.staff.sendInvitation')}
            </Button>
          </Stack>
        </CardContent>
      </Card>
    </>
  );
}
