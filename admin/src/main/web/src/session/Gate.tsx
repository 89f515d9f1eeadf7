import { Alert, Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Waiting } from '../layout/Waiting';
import { FactorFirst } from './FactorFirst';
import { SignInForm } from './SignInForm';
import { SignInPage } from './SignInPage';
import { lookUpSession, signOut } from './signing';
import { useSessionState } from './useSession';

/** Shows the back office to whoever is signed in, and everybody else the way in. */
export function Gate({ children }: { children: ReactNode }) {
  const state = useSessionState();
  useEffect(() => {
    void lookUpSession();
  }, []);

  switch (state.kind) {
    case 'asking':
      return <Waiting />;
    case 'unreachable':
      return <Unreachable />;
    case 'signedOut':
      return <SignInPage />;
    case 'signedIn': {
      const { secondFactorRequired, secondFactor } = state.session.staff;
      return secondFactorRequired && !secondFactor ? <FactorFirst /> : children;
    }
    case 'ended':
      return (
        <>
          {children}
          <SignInAgain email={state.session.staff.email} />
        </>
      );
  }
}

function Unreachable() {
  const t = useTranslate();
  return (
    <Alert
      severity="warning"
      sx={{ m: 3 }}
      action={<Button onClick={() => void lookUpSession()}>{t('ojeomneo.action.retry')}</Button>}
    >
      {t('ojeomneo.error.unreachable')}
    </Alert>
  );
}

function SignInAgain({ email }: { email: string }) {
  const t = useTranslate();
  const queries = useQueryClient();
  return (
    <Dialog open aria-labelledby="sign-in-again" maxWidth="xs" fullWidth>
      <DialogTitle id="sign-in-again">{t('ojeomneo.signIn.endedTitle')}</DialogTitle>
      <DialogContent>
        <Typography color="textSecondary" sx={{ mb: 3 }}>
          {t('ojeomneo.signIn.ended')}
        </Typography>
        <SignInForm email={email} onDone={() => void queries.invalidateQueries()} />
        <Button sx={{ mt: 2 }} size="small" onClick={() => void signOut()}>
          {t('ojeomneo.signIn.otherAccount')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
