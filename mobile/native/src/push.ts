import { signal } from '@preact/signals';
import { PushNotifications } from '@capacitor/push-notifications';
import { PUSH } from './settings';

/** Where messages to this phone go: a token of Firebase (Android) or of Apple (iOS). Nobody takes it yet. */
export const address = signal<string | null>(null);

/** Asks, the first time, whether messages may be sent, and learns where to. */
export async function register(): Promise<void> {
  if (!PUSH) {
    return;
  }
  let { receive } = await PushNotifications.checkPermissions();
  if (receive.startsWith('prompt')) {
    ({ receive } = await PushNotifications.requestPermissions());
  }
  if (receive === 'granted') {
    await PushNotifications.register();
  }
}

/** Call once, at the start: also what was tapped before the app was running is opened. */
export async function listen(open: (link: string) => void): Promise<void> {
  await PushNotifications.addListener('registration', ({ value }) => {
    address.value = value;
  });
  await PushNotifications.addListener('registrationError', ({ error }) => {
    throw new Error(`no messages can be sent to this phone: ${error}`);
  });
  await PushNotifications.addListener('pushNotificationActionPerformed', ({ notification }) => {
    const { link } = notification.data as { link?: unknown };
    if (typeof link === 'string') {
      open(link);
    }
  });
}
