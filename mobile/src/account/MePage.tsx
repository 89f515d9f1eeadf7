import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { answer, done, own } from '../api/client';
import { logOut, nowIs, user } from '../api/session';
import type { User } from '../api/schema';
import { textSetting } from '../config';
import { Field } from '../design/Field';
import { reason } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { Sheet } from '../design/Sheet';
import { language, speak, t } from '../i18n';
import { useForm } from './useForm';

export function MePage() {
  const who = user.value;
  const support = textSetting('supportEmail');
  return (
    <Screen title={t().me}>
      {who === null || who.guest ? <Guest /> : <Account who={who} />}
      <label class="field">
        <span class="strong">{t().language}</span>
        <select
          value={language()}
          onChange={(event) => void speak(event.currentTarget.value === 'en' ? 'en' : 'ko')}
        >
          <option value="ko">한국어</option>
          <option value="en">English</option>
        </select>
      </label>
      {support !== undefined && (
        <a class="button" href={`mailto:${support}`}>
          {t().support}
        </a>
      )}
    </Screen>
  );
}

function Guest() {
  return (
    <section class="card stack">
      <p class="strong">{t().guest}</p>
      <p class="quiet">{t().guestHint}</p>
      <a class="button primary" href="/signup">
        {t().signup}
      </a>
      <a class="button" href="/login">
        {t().login}
      </a>
    </section>
  );
}

function Account({ who }: { who: User }) {
  const { route } = useLocation();
  const name = useSignal(who.displayName);
  const saved = useSignal(false);
  const leaving = useSignal(false);
  const renaming = useForm(async () => {
    nowIs(await answer(own.PATCH('/users/me', { body: { displayName: name.value } })));
    saved.value = true;
  });
  const deleting = useForm(async () => {
    await done(own.DELETE('/users/me'));
    await logOut();
    route('/', true);
  });
  return (
    <>
      {who.email !== undefined && !who.emailVerified && (
        <a class="note row between" href="/me/verify">
          <span class="strong">{t().unverified}</span>
          <span class="badge">{t().verify}</span>
        </a>
      )}
      <form class="card stack" onSubmit={renaming.submit}>
        {who.email !== undefined && <p class="quiet">{who.email}</p>}
        <Field
          label={t().displayName}
          name="displayName"
          autoComplete="nickname"
          hint={t().displayNameHint}
          value={name.value}
          error={renaming.failure.value?.fields.displayName}
          onValue={(value) => {
            name.value = value;
            saved.value = false;
          }}
        />
        <button class="button" type="submit" disabled={renaming.busy.value}>
          {t().save}
        </button>
        {renaming.failure.value && !renaming.failure.value.fields.displayName && (
          <p class="bad" role="alert">
            {reason(renaming.failure.value)}
          </p>
        )}
        <p role="status">{saved.value ? t().saved : ''}</p>
      </form>
      <a class="button" href="/me/logins">
        {t().logins}
      </a>
      <a class="button" href="/me/devices">
        {t().devices}
      </a>
      <button
        class="button"
        type="button"
        onClick={() => void logOut().then(() => route('/', true))}
      >
        {t().logout}
      </button>
      <button
        class="button danger"
        type="button"
        onClick={() => {
          leaving.value = true;
        }}
      >
        {t().deleteAccount}
      </button>
      {leaving.value && (
        <Sheet
          title={t().deleteAccount}
          onClose={() => {
            leaving.value = false;
          }}
        >
          <p>{t().deleteSure}</p>
          {deleting.failure.value && <p class="bad">{reason(deleting.failure.value)}</p>}
          <form onSubmit={deleting.submit}>
            <button class="button danger wide" type="submit">
              {t().deleteConfirm}
            </button>
          </form>
        </Sheet>
      )}
    </>
  );
}
