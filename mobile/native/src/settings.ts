/** What build.mjs was told. */

/** The Server's origin. */
export const SERVER = import.meta.env.VITE_SERVER as string;

/** Whether customers are asked for messages: an app of Android needs the file of Firebase to get any. */
export const PUSH = import.meta.env.VITE_PUSH === 'true';

const APP = 'com.ojeomneo.app';
/** The number that Apple gives an app when its page in the store is made. */
const APPLE = import.meta.env.VITE_APPLE_STORE_ID as string;

export function storeAddress(platform: 'android' | 'ios'): string {
  if (platform === 'android') {
    return `https://play.google.com/store/apps/details?id=${APP}`;
  }
  return APPLE === '' ? 'https://apps.apple.com/kr/' : `https://apps.apple.com/kr/app/id${APPLE}`;
}
