import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Door } from './Door';
import { ForgottenForm } from './ForgottenForm';
import { SignInForm } from './SignInForm';

/** Shown where somebody wanted to go: the address stays, so that they are there once signed in. */
export function SignInPage() {
  const t = useTranslate();
  const [forgotten, setForgotten] = useState(false);
  return forgotten ? (
    <Door title={t('ojeomneo.staff.password.forgotten')}>
      <ForgottenForm onBack={() => setForgotten(false)} />
    </Door>
  ) : (
    <Door title={t('ojeomneo.signIn.title')}>
      <SignInForm />
      <Button size="small" sx={{ mt: 2 }} onClick={() => setForgotten(true)}>
        {t('ojeomneo.staff.password.forgotten')}
      </Button>
    </Door>
  );
}
