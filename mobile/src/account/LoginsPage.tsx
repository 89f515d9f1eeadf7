import { useSignal } from '@preact/signals';
import { answer, done, own } from '../api/client';
import { Refused } from '../api/problem';
import { Loaded, reason, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { SocialButtons, nameOf } from './SocialButtons';

/** At which providers somebody can log in. */
export function LoginsPage() {
  const load = useLoad('identities', () => answer(own.GET('/users/me/identities')));
  const failure = useSignal<Refused | null>(null);
  const unlink = async (provider: string) => {
    failure.value = null;
    try {
      await done(own.DELETE('/users/me/identities/{provider}', { params: { path: { provider } } }));
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      failure.value = refused;
    }
    load.again();
  };
  return (
    <Screen title={t().logins} parent="/me">
      <Loaded load={load}>
        {({ items }) => (
          <>
            {items.length > 0 && (
              <ul class="stack">
                {items.map(({ provider }) => (
                  <li key={provider} class="card row between">
                    <span class="strong">{nameOf(provider)}</span>
                    <button class="button" type="button" onClick={() => void unlink(provider)}>
                      {t().unlink}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <SocialButtons keep without={items.map(({ provider }) => provider)} />
          </>
        )}
      </Loaded>
      <div role="alert">{failure.value && <p class="note bad">{reason(failure.value)}</p>}</div>
    </Screen>
  );
}
