/** Being told of an order while the app is closed. Everything works without: not every browser can, nor wants to. */
import { computed, signal } from '@preact/signals';
import { answer, done, open, own } from '../api/client';
import { Refused } from '../api/problem';
import { user } from '../api/session';
import { shell } from '../shell';

const toldUser = signal<string | null>(null);

/** Whether this device is told of the orders of who uses it now. */
export const told = computed(() => toldUser.value !== null && toldUser.value === user.value?.id);

/** Asks for the permission if nobody has answered yet: only in answer to a touch. */
export async function tellThisDevice(): Promise<void> {
  await attempt(true);
}

/** Goes on as it was permitted before, also for who has logged in since. */
export async function tellAsBefore(): Promise<void> {
  if (!told.peek()) {
    await attempt(false);
  }
}

async function attempt(ask: boolean): Promise<void> {
  try {
    if (await (shell.tell ?? subscribe)(ask)) {
      toldUser.value = user.peek()?.id ?? null;
    }
  } catch (failure) {
    // Nobody who delivers, or none that the Server knows: the page itself still says what happens.
    if (!(failure instanceof DOMException || failure instanceof Refused)) {
      throw failure;
    }
    console.warn('no messages while the app is closed:', failure.message);
  }
}

async function subscribe(ask: boolean): Promise<boolean> {
  if (!isPossible()) {
    return false;
  }
  const permission = ask ? await Notification.requestPermission() : Notification.permission;
  if (permission !== 'granted') {
    return false;
  }
  const { publicKey } = await answer(open.GET('/config/push'));
  if (publicKey === null) {
    return false;
  }
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await subscribed(pushManager, publicKey);
  const { endpoint, keys } = subscription.toJSON();
  await done(
    own.PUT('/users/me/push-subscriptions', {
      body: {
        endpoint: endpoint ?? '',
        keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
      },
    }),
  );
  return true;
}

function isPossible(): boolean {
  return (
    shell.platform === 'web' &&
    'PushManager' in window &&
    'Notification' in window &&
    'serviceWorker' in navigator
  );
}

async function subscribed(manager: PushManager, publicKey: string): Promise<PushSubscription> {
  const wish = { userVisibleOnly: true, applicationServerKey: publicKey };
  try {
    return await manager.subscribe(wish);
  } catch (failure) {
    const old = await manager.getSubscription();
    if (!old) {
      throw failure;
    }
    // With a key that the Server had before.
    await old.unsubscribe();
    return manager.subscribe(wish);
  }
}
