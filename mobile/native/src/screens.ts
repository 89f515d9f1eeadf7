/** The way through the app's screens, from outside of them. */
import { isAppBehind } from '../../src/design/trail';

/** Goes to a screen; what was there before stays behind it, unless the new one takes its place. */
export function show(screen: string, inPlace = false): void {
  if (inPlace) {
    history.replaceState(history.state, '', screen);
  } else {
    history.pushState({ behind: 'app' }, '', screen);
  }
  dispatchEvent(new PopStateEvent('popstate'));
}

/**
 * What the phone's own way back does: closes a question, else goes to the screen before, else to the first one.
 *
 * @returns false on the first screen, where it leads out of the app
 */
export function goBack(): boolean {
  const question = document.querySelector<HTMLDialogElement>('dialog[open]');
  if (question !== null) {
    if (question.dispatchEvent(new Event('cancel', { cancelable: true }))) {
      question.close();
      return true;
    }
    return false;
  }
  if (isAppBehind()) {
    history.back();
    return true;
  }
  if (location.pathname !== '/') {
    show('/', true);
    return true;
  }
  return false;
}
