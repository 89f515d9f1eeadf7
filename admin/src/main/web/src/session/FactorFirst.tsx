import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { TurnOn } from '../profile/TurnOn';
import { Door } from './Door';
import { signOut } from './signing';

/** For whoever needs a second factor and has none: the API does nothing else for them. */
export function FactorFirst() {
  const t = useTranslate();
  const [begun, setBegun] = useState(false);
  return (
    <Door title={t('ojeomneo.staff.required')}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('ojeomneo.staff.requiredAbout')}
      </Typography>
      <Button variant="contained" size="large" fullWidth onClick={() => setBegun(true)}>
        {t('ojeomneo.profile.factor.turnOn')}
      </Button>
      <Button size="small" sx={{ mt: 2 }} onClick={() => void signOut()}>
        {t('ojeomneo.signIn.signOut')}
      </Button>
      {begun && <TurnOn onDone={() => setBegun(false)} />}
    </Door>
  );
}
