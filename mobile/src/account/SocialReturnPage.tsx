import { useSignal } from '@preact/signals';
import { useLocation, useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { answer, own } from '../api/client';
import { Refused } from '../api/problem';
import { logInAt, nowIs, user } from '../api/session';
import { reason } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { SocialButtons } from './SocialButtons';
import { came, type Came } from './social';

/** Where Kakao, Google or Apple sends the browser back to. */
export function SocialReturnPage() {
  const { query, route } = useLocation();
  const provider = useRoute().params.provider ?? '';
  const failure = useSignal<Refused | 'closed' | 'unreadable' | null>(null);
  useEffect(() => {
    const what = came(provider, query);
    // Neither the code nor the state is looked at twice, nor left in the history.
    history.replaceState(null, '', location.pathname);
    if (what.kind !== 'proof') {
      failure.value = what.kind;
      return;
    }
    enter(provider, what).then(
      () => {
        route('/me', true);
      },
      (refused: unknown) => {
        if (!(refused instanceof Refused)) {
          throw refused;
        }
        failure.value = refused;
      },
    );
  }, []);
  const why = failure.value;
  if (why === null) {
    return (
      <Screen title={t().login}>
        <p role="status">{t().loading}</p>
      </Screen>
    );
  }
  const taken =
    why instanceof Refused && (why.code === 'EMAIL_TAKEN' || why.code === 'IDENTITY_TAKEN');
  return (
    <Screen title={t().login} parent="/me">
      <p role="alert">{text(why)}</p>
      {taken && user.value?.guest ? (
        <>
          <p class="quiet">{t().takenHint}</p>
          <SocialButtons keep={false} />
        </>
      ) : (
        <a class="button primary wide" href="/login">
          {t().retry}
        </a>
      )}
    </Screen>
  );
}

async function enter(provider: string, came: Extract<Came, { kind: 'proof' }>): Promise<void> {
  if (came.keep) {
    const params = { path: { provider } };
    nowIs(await answer(own.POST('/users/me/identities/{provider}', { params, body: came.proof })));
  } else {
    await logInAt(provider, came.proof);
  }
}

function text(why: Refused | 'closed' | 'unreadable'): string {
  switch (why) {
    case 'closed':
      return t().loginClosed;
    case 'unreadable':
      return t().loginUnreadable;
    default:
      return reason(why);
  }
}
