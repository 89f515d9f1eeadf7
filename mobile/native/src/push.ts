import { PushNotifications } from '@capacitor/push-notifications';

/** Call once, at the start: also what was tapped before the app was running is opened. */
export async function openTapped(open: (link: string) => void): Promise<void> {
  await PushNotifications.addListener('pushNotificationActionPerformed', ({ notification }) => {
    const { url } = notification.data as { url?: unknown };
    if (typeof url === 'string') {
      open(url);
    }
  });
}
