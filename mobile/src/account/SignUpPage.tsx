import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { answer, own } from '../api/client';
import { nowIs, signUp, user } from '../api/session';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { Agreement, KINDS, consentsTo, type Kind } from './Agreement';
import { SocialButtons } from './SocialButtons';
import { TextForm } from './TextForm';
import { emailInput, nameInput, newPasswordInput } from './inputs';

export function SignUpPage() {
  const { route } = useLocation();
  const agreed = useSignal<ReadonlySet<Kind>>(new Set());
  const all = agreed.value.size === KINDS.length;
  return (
    <Screen title={t().signup} parent="/me">
      <TextForm
        inputs={[emailInput(), { ...newPasswordInput(), label: t().password }, nameInput()]}
        submit={all ? t().signup : t().consentRequired}
        disabled={!all}
        send={async (form) => {
          const consents = consentsTo(KINDS);
          if (user.value?.guest) {
            // The same person goes on, with the orders so far.
            const body = { ...form, consents };
            nowIs(await answer(own.POST('/users/me/account', { body })));
          } else {
            await signUp({ ...form, consents });
          }
          route('/me', true);
        }}
      >
        <Agreement kinds={KINDS} agreed={agreed} />
      </TextForm>
      <SocialButtons keep={user.value?.guest ?? false} />
      <p class="row">
        {t().haveAccount}
        <a class="button" href="/login">
          {t().login}
        </a>
      </p>
    </Screen>
  );
}
