import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ALL, whenChanged } from './api/changes';
import { Refused } from './api/problem';
import { useTurn } from './design/turn';
import { config, loadConfig, updateRequired, VERSION } from './config';
import { t } from './i18n';
import { shell } from './shell';
import { isOlder } from './version';

const SECOND_LOOK_MILLIS = 800;

const waved = signal(false);
/** A newer version has been put into the cache behind this page: it is a reload away. */
const replaced = signal(false);
const offered = computed(
  () =>
    !waved.value && (replaced.value || isOlder(VERSION, config.value?.latestVersion ?? VERSION)),
);

function load(): void {
  if (document.visibilityState === 'visible') {
    loadConfig().catch((failure: unknown) => {
      // Without an answer the app goes on as it is: the next time it is looked at asks again.
      if (!(failure instanceof Refused)) {
        throw failure;
      }
    });
  }
}

/** In the way of everything while this version may no longer be used; a hint when there is a newer one. */
export function Update() {
  useEffect(() => {
    load();
    document.addEventListener('visibilitychange', load);
    const deaf = whenChanged((names) => {
      if (names.some((name) => name === 'config' || name === ALL)) {
        load();
        // Another Server may hear of it half a second later.
        if (names.includes('config')) {
          setTimeout(load, SECOND_LOOK_MILLIS);
        }
      }
    });
    return () => {
      document.removeEventListener('visibilitychange', load);
      deaf();
    };
  }, []);
  useTurn({ again: load }, config.value === null ? [] : [config.value]);
  useEffect(noticeReplacement, []);
  if (updateRequired.value) {
    return (
      <dialog ref={(shown) => shown?.showModal()} onCancel={(event) => event.preventDefault()}>
        <div class="stack">
          <h2>{t().updateTitle}</h2>
          <p>{t().updateText}</p>
          <button class="button primary wide" type="button" onClick={() => void update()}>
            {t().updateNow}
          </button>
        </div>
      </dialog>
    );
  }
  return offered.value ? (
    <div class="offer card row between" role="status">
      <span>{t().updateReady}</span>
      <span class="row none">
        <button
          class="button shy"
          type="button"
          onClick={() => {
            waved.value = true;
          }}
        >
          {t().later}
        </button>
        <button class="button primary" type="button" onClick={() => void update()}>
          {t().updateNow}
        </button>
      </span>
    </div>
  ) : null;
}

function noticeReplacement(): (() => void) | undefined {
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  // The first worker of all replaces nothing.
  if (!workers?.controller) {
    return undefined;
  }
  const noticed = () => {
    replaced.value = true;
  };
  workers.addEventListener('controllerchange', noticed);
  return () => workers.removeEventListener('controllerchange', noticed);
}

/** On the web the newest version is a reload away, past what the old one kept. */
async function update(): Promise<void> {
  if (shell.update) {
    shell.update();
    return;
  }
  const worker = await navigator.serviceWorker.getRegistration();
  await worker?.update();
  location.reload();
}
