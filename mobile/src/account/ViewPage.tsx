import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { Refused } from '../api/problem';
import { beginView } from '../api/session';
import { reason } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { t } from '../i18n';

/** Where the back office opens the app as a customer sees it. */
export function ViewPage() {
  const { route } = useLocation();
  const failure = useSignal<Refused | null>(null);
  useEffect(() => {
    const link = location.hash.slice(1);
    // Good once, and not to be left in the history.
    history.replaceState(null, '', location.pathname);
    beginView(link).then(
      () => {
        route('/orders', true);
      },
      (refused: unknown) => {
        if (!(refused instanceof Refused)) {
          throw refused;
        }
        failure.value = refused;
      },
    );
  }, []);
  return (
    <Screen title={t().viewTitle}>
      {failure.value === null ? (
        <p role="status">{t().loading}</p>
      ) : (
        <p role="alert">{reason(failure.value)}</p>
      )}
    </Screen>
  );
}
