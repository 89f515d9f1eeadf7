import { Button, Card, CardContent, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSession } from '../session/useSession';
import { TurnOff } from './TurnOff';
import { TurnOn } from './TurnOn';

/** Whether signing in takes a code as well, and the way to change it. */
export function SecondFactorCard() {
  const t = useTranslate();
  const on = useSession().staff.secondFactor;
  const [changing, setChanging] = useState(false);
  const done = () => setChanging(false);
  return (
    <Card>
      <CardContent>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 1 }}>
          <Typography variant="h2">{t('ojeomneo.profile.factor.title')}</Typography>
          <Chip
            size="small"
            color={on ? 'success' : 'default'}
            variant="outlined"
            label={t(on ? 'ojeomneo.profile.factor.on' : 'ojeomneo.profile.factor.off')}
          />
        </Stack>
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          {t('ojeomneo.profile.factor.about')}
        </Typography>
        <Button variant={on ? 'outlined' : 'contained'} onClick={() => setChanging(true)}>
          {t(on ? 'ojeomneo.profile.factor.turnOff' : 'ojeomneo.profile.factor.turnOn')}
        </Button>
        {changing && (on ? <TurnOff onDone={done} /> : <TurnOn onDone={done} />)}
      </CardContent>
    </Card>
  );
}
