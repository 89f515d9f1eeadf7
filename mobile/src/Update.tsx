import { useEffect } from 'preact/hooks';
import { Refused } from './api/problem';
import { loadConfig, updateRequired } from './config';
import { t } from './i18n';

/** In the way of everything while this version may no longer be used. */
export function Update() {
  useEffect(() => {
    const load = () => {
      if (document.visibilityState === 'visible') {
        loadConfig().catch((failure: unknown) => {
          // Without an answer the app goes on as it is: the next time it is looked at asks again.
          if (!(failure instanceof Refused)) {
            throw failure;
          }
        });
      }
    };
    load();
    document.addEventListener('visibilitychange', load);
    return () => document.removeEventListener('visibilitychange', load);
  }, []);
  return updateRequired.value ? (
    <dialog ref={(shown) => shown?.showModal()} onCancel={(event) => event.preventDefault()}>
      <div class="stack">
        <h2>{t().updateTitle}</h2>
        <p>{t().updateText}</p>
        <button class="button primary wide" type="button" onClick={() => void update()}>
          {t().updateNow}
        </button>
      </div>
    </dialog>
  ) : null;
}

/** On the web the newest version is a reload away, past what the old one kept. */
async function update(): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration();
  await worker?.update();
  location.reload();
}
