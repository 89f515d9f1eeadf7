import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { logIn } from '../api/session';
import { Field } from '../design/Field';
import { reason } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { useForm } from './useForm';

export function LogInPage() {
  const { route } = useLocation();
  const email = useSignal('');
  const password = useSignal('');
  const form = useForm(async () => {
    await logIn({ email: email.value, password: password.value });
    route('/me', true);
  });
  return (
    <Screen title={t().login} parent="/me">
      <form class="stack" onSubmit={form.submit}>
        <Field
          label={t().email}
          name="email"
          type="email"
          autoComplete="username"
          value={email.value}
          onValue={(value) => {
            email.value = value;
          }}
        />
        <Field
          label={t().password}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password.value}
          onValue={(value) => {
            password.value = value;
          }}
        />
        <div role="alert">
          {form.failure.value && <p class="note bad">{reason(form.failure.value)}</p>}
        </div>
        <button class="button primary wide" type="submit" disabled={form.busy.value}>
          {t().login}
        </button>
      </form>
      <p class="row">
        {t().noAccount}
        <a class="button" href="/signup">
          {t().signup}
        </a>
      </p>
    </Screen>
  );
}
