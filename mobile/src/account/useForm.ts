import { useSignal, type Signal } from '@preact/signals';
import { Refused } from '../api/problem';

/** Sends a form once at a time and keeps why it was refused. */
export function useForm(send: () => Promise<void>): {
  busy: Signal<boolean>;
  failure: Signal<Refused | null>;
  submit: (event: Event) => void;
} {
  const busy = useSignal(false);
  const failure = useSignal<Refused | null>(null);
  const run = async () => {
    busy.value = true;
    failure.value = null;
    try {
      await send();
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      failure.value = refused;
    } finally {
      busy.value = false;
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!busy.value) {
      void run();
    }
  };
  return { busy, failure, submit };
}
