import { useSignal } from '@preact/signals';
import { answer, open } from '../api/client';
import { Refused } from '../api/problem';
import type { SocialClient } from '../api/schema';
import { reason, useLoad } from '../design/Loaded';
import { t } from '../i18n';
import { begin } from './social';

interface Props {
  /** Whether it is for who is here now: a guest with orders, or an account that wants one more way in. */
  keep: boolean;
  /** Those that are there already. */
  without?: readonly string[];
}

/** A button for each provider that is set up; nothing where none is. */
export function SocialButtons({ keep, without = [] }: Props) {
  const load = useLoad('social', () => answer(open.GET('/auth/social')));
  const busy = useSignal(false);
  const failure = useSignal<Refused | null>(null);
  const now = load.of.value;
  if (now.state !== 'there') {
    return null;
  }
  const go = async (client: SocialClient) => {
    if (busy.value) {
      return;
    }
    busy.value = true;
    failure.value = null;
    try {
      await begin(client, keep);
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      failure.value = refused;
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="stack tight">
      {now.value.items
        .filter((client) => !without.includes(client.provider))
        .map((client) => (
          <button
            key={client.provider}
            class={`button wide ${client.provider}`}
            type="button"
            disabled={busy.value}
            onClick={() => void go(client)}
          >
            {t().continueWith(nameOf(client.provider))}
          </button>
        ))}
      <div role="alert">{failure.value && <p class="note bad">{reason(failure.value)}</p>}</div>
    </div>
  );
}

export function nameOf(provider: string): string {
  switch (provider) {
    case 'kakao':
      return t().kakao;
    case 'google':
      return 'Google';
    case 'apple':
      return 'Apple';
    default:
      return provider;
  }
}
