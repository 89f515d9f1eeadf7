/** The app in the shell of a store: what a browser does by itself is asked of the phone here. */
import { App } from '@capacitor/app';
import { Browser } from '@capacitor/browser';
import { Capacitor } from '@capacitor/core';
import { PushNotifications } from '@capacitor/push-notifications';
import { knowAsKept, keyStoreDoor } from '../../src/native/keys';
import { orderPaidAt, screenOf } from '../../src/native/links';
import { tellPhone } from '../../src/native/messages';
import { runIn } from '../../src/shell';
import { keys } from './keys';
import { showPicturesOf } from './pictures';
import { openTapped } from './push';
import { goBack, show } from './screens';
import { PUSH, SERVER, storeAddress } from './settings';

const platform = Capacitor.getPlatform() === 'ios' ? 'ios' : 'android';

/** Whether the system's browser lies over the app. */
let covered = false;

runIn({
  platform,
  door: keyStoreDoor(keys),
  // It leads on to the page of whichever provider there is, and from there back to the app's own scheme.
  checkout: (order) => `${SERVER}/checkout/${order}?return=app`,
  loginReturn: (redirectUri) => `${redirectUri}/app`,
  leave,
  update: () => void window.open(storeAddress(platform), '_system'),
  ...(PUSH ? { tell: tellPhone(platform, PushNotifications) } : {}),
});
showPicturesOf(SERVER);

/** Over the app, in the system's browser: banks' apps open from there, and no page of others runs in here. */
function leave(address: string): void {
  if (address.startsWith('/')) {
    show(address);
    return;
  }
  const order = orderPaidAt(address);
  if (order !== null) {
    // Who closes that page without paying finds the order, and not the cart that made it.
    show(`/orders/${order}`, true);
  }
  covered = true;
  void Browser.open({ url: address });
}

async function follow(link: string): Promise<void> {
  const screen = screenOf(link, SERVER);
  if (screen === null) {
    return;
  }
  if (covered && platform === 'ios') {
    // Android has closed it, to bring the app to the front.
    await Browser.close();
  }
  covered = false;
  show(screen, location.pathname.startsWith('/orders/'));
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.defaultPrevented) {
    return;
  }
  const inside = link.protocol === location.protocol && link.host === location.host;
  if (!inside && /^https?:$/.test(link.protocol)) {
    event.preventDefault();
    leave(link.href);
  } else if (inside && link.origin !== location.origin) {
    // By the standard a scheme of one's own has no origin, without which the router leaves links alone.
    event.preventDefault();
    show(link.pathname + link.search);
  }
});

await knowAsKept(keys);
await import('../../src/main');
await Browser.addListener('browserFinished', () => {
  covered = false;
});
await App.addListener('appUrlOpen', ({ url }) => void follow(url));
await App.addListener('backButton', () => {
  if (!goBack()) {
    void App.minimizeApp();
  }
});
await openTapped((link) => void follow(link));
