import { logOut, user, viewing } from '../api/session';
import { language, t } from '../i18n';

/** Above everything while staff look at what a customer sees. */
export function Viewing() {
  const until = viewing.value;
  if (until === null) {
    return null;
  }
  const time = until.toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' });
  return (
    <p class="note row between" role="status">
      <span>{t().viewing(user.value?.displayName ?? '', time)}</span>
      <button class="button" type="button" onClick={() => void logOut()}>
        {t().endView}
      </button>
    </p>
  );
}
