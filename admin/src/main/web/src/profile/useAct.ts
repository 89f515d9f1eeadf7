import { useState } from 'react';
import { useWholeRefusal } from '../notice/useComplaint';

/** One thing that the person does and that may be refused: whether it runs, and the refusal in words. */
export function useAct() {
  const refusalOf = useWholeRefusal();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function act(work: () => Promise<void>) {
    setBusy(true);
    setRefusal(null);
    try {
      await work();
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { act, busy, refusal };
}
