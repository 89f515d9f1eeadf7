import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { answer, own } from '../api/client';
import { nowIs, signUp, user } from '../api/session';
import { textSetting } from '../config';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { TextForm } from './TextForm';
import { emailInput, nameInput, newPasswordInput } from './inputs';

const KINDS = ['TERMS', 'PRIVACY', 'AGE'] as const;
/** Of the texts that are agreed to. */
const VERSION = '2026-01';

export function SignUpPage() {
  const { route } = useLocation();
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const all = agreed.value.size === KINDS.length;
  const agree = (kinds: readonly string[], yes: boolean) => {
    const next = new Set(agreed.value);
    kinds.forEach((kind) => (yes ? next.add(kind) : next.delete(kind)));
    agreed.value = next;
  };
  return (
    <Screen title={t().signup} parent="/me">
      <TextForm
        inputs={[emailInput(), { ...newPasswordInput(), label: t().password }, nameInput()]}
        submit={all ? t().signup : t().consentRequired}
        disabled={!all}
        send={async (form) => {
          const consents = KINDS.map((kind) => ({ kind, version: VERSION }));
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
          <Texts />
        </fieldset>
      </TextForm>
      <p class="row">
        {t().haveAccount}
        <a class="button" href="/login">
          {t().login}
        </a>
      </p>
    </Screen>
  );
}

/** What is agreed to, where staff have said where it stands. */
function Texts() {
  const texts = [
    [t().consent.TERMS, textSetting('termsUrl')],
    [t().consent.PRIVACY, textSetting('privacyUrl')],
  ] as const;
  return (
    <ul>
      {texts.map(
        ([name, address]) =>
          address?.startsWith('https://') && (
            <li key={name}>
              <a class="button shy" href={address} target="_blank" rel="noopener noreferrer">
                {name} · {t().read}
              </a>
            </li>
          ),
      )}
    </ul>
  );
}
