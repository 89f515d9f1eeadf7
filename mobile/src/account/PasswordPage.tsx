import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { done, open } from '../api/client';
import { logIn } from '../api/session';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { TextForm } from './TextForm';
import { codeInput, emailInput, newPasswordInput } from './inputs';

/** A new password for who has forgotten theirs, by a code from their mail. */
export function PasswordPage() {
  const { route } = useLocation();
  const sentTo = useSignal<string | null>(null);
  const email = sentTo.value;
  return (
    <Screen title={t().resetPassword} parent="/login">
      {email === null ? (
        <>
          <p>{t().resetHint}</p>
          <TextForm
            key="email"
            inputs={[emailInput()]}
            submit={t().sendCode}
            send={async (asked) => {
              await done(open.POST('/auth/password/reset', { body: asked }));
              sentTo.value = asked.email;
            }}
          />
        </>
      ) : (
        <>
          <p class="note" role="status">
            {t().codeSent(email)}
          </p>
          <TextForm
            key="code"
            inputs={[codeInput(), newPasswordInput()]}
            submit={t().changePassword}
            send={async ({ code, password }) => {
              await done(open.POST('/auth/password/confirm', { body: { email, code, password } }));
              await logIn({ email, password });
              route('/me', true);
            }}
          />
          <button
            class="button"
            type="button"
            onClick={() => {
              sentTo.value = null;
            }}
          >
            {t().sendCodeAgain}
          </button>
        </>
      )}
    </Screen>
  );
}
