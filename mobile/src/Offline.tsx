import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from './i18n';

export function Offline() {
  const online = useSignal(navigator.onLine);
  useEffect(() => {
    const changed = () => {
      online.value = navigator.onLine;
    };
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  }, [online]);
  return online.value ? null : (
    <p class="note" role="status">
      {t().offline}
    </p>
  );
}
