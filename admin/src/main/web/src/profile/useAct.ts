import { useState } from 'react';
import { useTranslate } from 'react-admin';

/** One thing that the person does and that may be refused: whether it runs, and the refusal in words. */
export function useAct() {
  const t = useTranslate();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function act(work: () => Promise<void>) {
    setBusy(true);
    setRefusal(null);
    try {
      await work();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : t('ojeomneo.error.unknown'));
    } finally {
      setBusy(false);
    }
  }
  return { act, busy, refusal };
}
