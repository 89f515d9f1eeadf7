import { useState } from 'react';
import { useWholeRefusal } from '../notice/useComplaint';
import { useRun } from '../notice/useRun';

/** One thing that the person does and that may be refused: whether it runs, and the refusal in words. */
export function useAct() {
  const refusalOf = useWholeRefusal();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { run, busy } = useRun((error) => setRefusal(refusalOf(error)));
  function act(work: () => Promise<void>) {
    setRefusal(null);
    return run(work);
  }
  return { act, busy, refusal };
}
