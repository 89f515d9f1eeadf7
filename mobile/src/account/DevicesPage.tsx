import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { answer, done, own } from '../api/client';
import { Refused } from '../api/problem';
import { isKnown, logOut } from '../api/session';
import type { UserSession } from '../api/schema';
import { Loaded, reason, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { clock, day, t } from '../i18n';

/** Where this account is logged in: one device, or all, can be logged out. */
export function DevicesPage() {
  const { route } = useLocation();
  const load = useLoad('devices', async () =>
    isKnown() ? (await answer(own.GET('/users/me/sessions'))).items : [],
  );
  const failure = useSignal<Refused | null>(null);
  const act = async (what: () => Promise<void>) => {
    failure.value = null;
    try {
      await what();
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      failure.value = refused;
    }
  };
  const end = (session: UserSession) =>
    act(async () => {
      if (session.current) {
        await logOut();
        route('/', true);
        return;
      }
      await done(own.DELETE('/users/me/sessions/{id}', { params: { path: { id: session.id } } }));
      load.again();
    });
  const endAll = () =>
    act(async () => {
      await done(own.POST('/auth/logout-all'));
      await logOut();
      route('/', true);
    });
  return (
    <Screen title={t().devices} parent="/me">
      <p class="quiet">{t().devicesHint}</p>
      <div role="alert">{failure.value && <p class="note bad">{reason(failure.value)}</p>}</div>
      <Loaded load={load}>
        {(sessions) => (
          <>
            <ul class="stack">
              {sessions.map((session) => (
                <li key={session.id} class="card stack tight">
                  <p class="row between">
                    <span class="strong">{session.device ?? t().webBrowser}</span>
                    {session.current && <span class="badge">{t().thisDevice}</span>}
                  </p>
                  <p class="quiet small">
                    {t().lastUsed} {day(session.lastUsedAt)} {clock(session.lastUsedAt)}
                  </p>
                  <button class="button" type="button" onClick={() => void end(session)}>
                    {t().logout}
                  </button>
                </li>
              ))}
            </ul>
            {sessions.length > 1 && (
              <button class="button danger wide" type="button" onClick={() => void endAll()}>
                {t().logoutAll}
              </button>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  );
}
