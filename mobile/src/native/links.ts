/** Which screen a link from outside opens: what a phone hands over, from whichever app it comes. */

export const SCHEME = 'ojeomneo:';

const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const RETURNS = /^\/(checkout\/return|login\/(kakao|google|apple))$/;
const SCREENS = new RegExp(`^/(orders(/${ID}(/receipt)?)?|(stores|menus)/${ID})?$`);

/**
 * @param link `https://` of our own server, `ojeomneo://checkout/return?...`, `ojeomneo://login/kakao?...`, or a bare path from a push message
 * @param server its origin
 * @returns the path within the app, or null for what is none of its screens
 */
export function screenOf(link: string, server: string): string | null {
  let url: URL;
  try {
    url = new URL(link, server);
  } catch {
    return null; // no address at all
  }
  if (url.protocol === SCHEME) {
    // Of a scheme of one's own, what stands where the host does is the first part of the path.
    return screen(url.host === '' ? url.pathname : `/${url.host}${url.pathname}`, url.search);
  }
  return url.origin === server ? screen(url.pathname, url.search) : null;
}

function screen(path: string, query: string): string | null {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  if (RETURNS.test(plain)) {
    return plain + query;
  }
  return SCREENS.test(plain) ? plain : null;
}

/** The order that a payment page is about, by its address. */
export function orderPaidAt(address: string): string | null {
  return new RegExp(`/checkout/(${ID})(\\?|$)`).exec(address)?.[1] ?? null;
}
