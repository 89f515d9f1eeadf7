/** Messages to the app of a store while it is closed: delivered by Firebase (Android) or Apple (iOS). */
import { answer, done, open, own } from '../api/client';

interface Listening {
  remove: () => Promise<void>;
}

/** What is used of @capacitor/push-notifications. */
export interface Plugin {
  checkPermissions: () => Promise<{ receive: string }>;
  requestPermissions: () => Promise<{ receive: string }>;
  register: () => Promise<void>;
  addListener: ((
    event: 'registration',
    told: (token: { value: string }) => void,
  ) => Promise<Listening>) &
    ((
      event: 'registrationError',
      told: (failure: { error: string }) => void,
    ) => Promise<Listening>);
}

const PATIENCE_MILLIS = 20_000;

class NotRegistered extends Error {}

/** {@link Shell.tell} of a phone. Nobody is asked for what the Server cannot do. */
export function tellPhone(platform: 'android' | 'ios', plugin: Plugin) {
  return async (ask: boolean): Promise<boolean> => {
    const can = await answer(open.GET('/config/push'));
    if (!can[platform] || !(await isPermitted(plugin, ask))) {
      return false;
    }
    try {
      const token = await registered(plugin);
      await done(
        own.PUT('/users/me/push-device', {
          body: { platform: platform === 'ios' ? 'IOS' : 'ANDROID', token },
        }),
      );
      return true;
    } catch (failure) {
      if (!(failure instanceof NotRegistered)) {
        throw failure;
      }
      console.warn('this phone gets no token for messages:', failure.message);
      return false;
    }
  };
}

async function isPermitted(plugin: Plugin, ask: boolean): Promise<boolean> {
  let { receive } = await plugin.checkPermissions();
  if (ask && receive.startsWith('prompt')) {
    ({ receive } = await plugin.requestPermissions());
  }
  return receive === 'granted';
}

/** The token comes as an event, each time that it is asked for. */
async function registered(plugin: Plugin): Promise<string> {
  let listening: Listening[] = [];
  let patience: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      patience = setTimeout(() => reject(new NotRegistered('no answer')), PATIENCE_MILLIS);
      Promise.all([
        plugin.addListener('registration', ({ value }) => resolve(value)),
        plugin.addListener('registrationError', ({ error }) => reject(new NotRegistered(error))),
      ])
        .then((both) => {
          listening = both;
          return plugin.register();
        })
        .catch(reject);
    });
  } finally {
    clearTimeout(patience);
    await Promise.all(listening.map((each) => each.remove()));
  }
}
