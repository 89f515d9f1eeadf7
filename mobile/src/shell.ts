/**
 * What the app runs in: a browser, or the shell that the stores' apps are (native/), which puts its own in place
 * before the app starts. Nothing of a phone is in the web's download.
 */
import { cookie, type Door } from './api/door';

export interface Shell {
  platform: 'web' | 'android' | 'ios';
  door: Door;
  /** The address where an order is paid, from which the customer comes back to this very app. */
  checkout: (order: string, checkoutUrl: string) => string;
  /** Where a provider of log-ins sends somebody back to who began in this very app. */
  loginReturn: (redirectUri: string) => string;
  /** Goes where an order goes on: most often to a page of somebody else, on which it is paid. */
  leave: (address: string) => void;
  /** Goes to the store that has a newer version; undefined where that is a reload away. */
  update?: () => void;
  /**
   * Has it told of its user's orders while it is closed, if it may be; undefined where the browser does that, or nobody.
   *
   * @param ask whether to ask who has not answered yet
   * @returns whether it is told
   */
  tell?: (ask: boolean) => Promise<boolean>;
}

export let shell: Shell = {
  platform: 'web',
  door: cookie,
  checkout: (_order, checkoutUrl) => checkoutUrl,
  loginReturn: (redirectUri) => redirectUri,
  leave: (address) => location.assign(address),
};

export function runIn(another: Shell): void {
  shell = another;
}
