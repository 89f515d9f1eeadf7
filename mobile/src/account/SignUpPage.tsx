import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { answer, own } from '../api/client';
import { nowIs, signUp, user } from '../api/session';
import { Field } from '../design/Field';
import { reason } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { useForm } from './useForm';

const KINDS = ['TERMS', 'PRIVACY', 'AGE'] as const;
/** Of the texts that are agreed to. */
const VERSION = '2026-01';

export function SignUpPage() {
  const { route } = useLocation();
  const email = useSignal('');
  const password = useSignal('');
  const displayName = useSignal('');
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const all = agreed.value.size === KINDS.length;
  const form = useForm(async () => {
    const account = {
      email: email.value,
      password: password.value,
      displayName: displayName.value,
      consents: KINDS.map((kind) => ({ kind, version: VERSION })),
    };
    if (user.value?.guest) {
      // The same person goes on, with the orders so far.
      nowIs(await answer(own.POST('/users/me/account', { body: account })));
    } else {
      await signUp(account);
    }
    route('/me', true);
  });
  const agree = (kinds: readonly string[], yes: boolean) => {
    const next = new Set(agreed.value);
    kinds.forEach((kind) => (yes ? next.add(kind) : next.delete(kind)));
    agreed.value = next;
  };
  const errors = form.failure.value?.fields ?? {};
  return (
    <Screen title={t().signup} parent="/me">
      <form class="stack" onSubmit={form.submit}>
        <Field
          label={t().email}
          name="email"
          type="email"
          autoComplete="username"
          value={email.value}
          error={errors.email}
          onValue={(value) => {
            email.value = value;
          }}
        />
        <Field
          label={t().password}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t().passwordHint}
          value={password.value}
          error={errors.password}
          onValue={(value) => {
            password.value = value;
          }}
        />
        <Field
          label={t().displayName}
          name="displayName"
          autoComplete="nickname"
          hint={t().displayNameHint}
          value={displayName.value}
          error={errors.displayName}
          onValue={(value) => {
            displayName.value = value;
          }}
        />
        <fieldset class="card">
          <legend>{t().consents}</legend>
          <label class="check strong">
            <input
              type="checkbox"
              checked={all}
              onChange={(event) => agree(KINDS, event.currentTarget.checked)}
            />
            <span>{t().agreeAll}</span>
          </label>
          {KINDS.map((kind) => (
            <label key={kind} class="check">
              <input
                type="checkbox"
                checked={agreed.value.has(kind)}
                onChange={(event) => agree([kind], event.currentTarget.checked)}
              />
              <span>{t().consent[kind]}</span>
            </label>
          ))}
        </fieldset>
        <div role="alert">
          {form.failure.value && <p class="note bad">{reason(form.failure.value)}</p>}
        </div>
        <button class="button primary wide" type="submit" disabled={form.busy.value || !all}>
          {all ? t().signup : t().consentRequired}
        </button>
      </form>
      <p class="row">
        {t().haveAccount}
        <a class="button" href="/login">
          {t().login}
        </a>
      </p>
    </Screen>
  );
}
