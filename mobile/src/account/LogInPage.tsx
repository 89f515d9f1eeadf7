import { useLocation } from 'preact-iso';
import { logIn } from '../api/session';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { SocialButtons } from './SocialButtons';
import { TextForm } from './TextForm';
import { emailInput, passwordInput } from './inputs';

export function LogInPage() {
  const { route } = useLocation();
  return (
    <Screen title={t().login} parent="/me">
      <TextForm
        inputs={[emailInput(), passwordInput()]}
        submit={t().login}
        send={async (account) => {
          await logIn(account);
          route('/me', true);
        }}
      />
      <SocialButtons keep={false} />
      <p class="row">
        {t().noAccount}
        <a class="button" href="/signup">
          {t().signup}
        </a>
      </p>
      <p class="row">
        {t().forgotPassword}
        <a class="button" href="/password">
          {t().resetPassword}
        </a>
      </p>
    </Screen>
  );
}
