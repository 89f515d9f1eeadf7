import { useState } from 'react';

/** One thing that the person does and that may be refused: whether it runs. */
export function useRun(onRefused: (error: unknown) => void) {
  const [busy, setBusy] = useState(false);
  async function run(work: () => Promise<void>) {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      onRefused(error);
    } finally {
      setBusy(false);
    }
  }
  return { run, busy };
}
