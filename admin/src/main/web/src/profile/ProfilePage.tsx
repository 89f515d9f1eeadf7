import { Card, CardContent, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PageHeader } from '../layout/PageHeader';
import { useSession } from '../session/useSession';
import { PasswordCard } from '../staff/PasswordCard';
import { SessionsCard } from '../staff/SessionsCard';
import { SecondFactorCard } from './SecondFactorCard';

export default function ProfilePage() {
  const t = useTranslate();
  const { staff } = useSession();
  return (
    <>
      <PageHeader title={t('ojeomneo.profile.title')} />
      <Stack spacing={2} sx={{ maxWidth: 640 }}>
        <Card>
          <CardContent>
            <Typography variant="h2" gutterBottom>
              {t('ojeomneo.profile.who')}
            </Typography>
            <Stack
              component="dl"
              spacing={1}
              sx={{ m: 0, '& dt': { fontSize: 13 }, '& dd': { m: 0 } }}
            >
              <Entry name={t('ojeomneo.profile.name')}>{staff.displayName}</Entry>
              <Entry name={t('ojeomneo.profile.email')}>{staff.email}</Entry>
              <Entry name={t('ojeomneo.profile.roles')}>
                {staff.roles.map(({ role, storeId }) => (
                  <Chip
                    key={`${role} ${storeId ?? ''}`}
                    size="small"
                    sx={{ mr: 0.5 }}
                    label={`${t(`ojeomneo.profile.role.${role}`)} · ${t(
                      storeId === null ? 'ojeomneo.profile.allStores' : 'ojeomneo.profile.ownStore',
                    )}`}
                  />
                ))}
              </Entry>
            </Stack>
          </CardContent>
        </Card>
        <PasswordCard />
        <SecondFactorCard />
        <SessionsCard />
      </Stack>
    </>
  );
}

function Entry({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <Typography component="dt" color="textSecondary">
        {name}
      </Typography>
      <dd>{children}</dd>
    </div>
  );
}
