import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { answer, done, open, own } from '../api/client';
import { nowIs, user } from '../api/session';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { TextForm } from './TextForm';
import { codeInput } from './inputs';

/** Proves that an account's address is its holder's, by a code from their mail. */
export function VerifyPage() {
  const { route } = useLocation();
  const asked = useSignal(false);
  const email = user.value?.email;
  return (
    <Screen title={t().verifyEmail} parent="/me">
      {email === undefined ? (
        <a class="button primary" href="/login">
          {t().login}
        </a>
      ) : asked.value ? (
        <>
          <p class="note" role="status">
            {t().codeSent(email)}
          </p>
          <TextForm
            key="code"
            inputs={[codeInput()]}
            submit={t().verify}
            send={async ({ code }) => {
              await done(open.POST('/auth/email/verify', { body: { email, code } }));
              nowIs(await answer(own.GET('/users/me')));
              route('/me', true);
            }}
          />
        </>
      ) : (
        <>
          <p>{t().verifyHint(email)}</p>
          <TextForm
            key="ask"
            inputs={[]}
            submit={t().sendCode}
            send={async () => {
              await done(open.POST('/auth/email/code', { body: { email } }));
              asked.value = true;
            }}
          />
        </>
      )}
    </Screen>
  );
}
