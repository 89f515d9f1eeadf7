import { useNotify } from 'react-admin';
import type { Dossier } from '../api/schema';
import { useAct } from '../profile/useAct';

export interface Outcome {
  onAnswer: (dossier: Dossier) => void;
  /** Also after a refusal: somebody else may have changed it. */
  onStale: () => void;
  onClose: () => void;
}

/** Something done to an order in a dialog, which then closes. */
export function useOrderAct(said: string, { onAnswer, onStale, onClose }: Outcome) {
  const notify = useNotify();
  const { act, busy, refusal } = useAct();
  const ask = (work: () => Promise<Dossier>) =>
    void act(async () => {
      try {
        const dossier = await work();
        notify(said, { type: 'success' });
        onAnswer(dossier);
        onClose();
      } catch (error) {
        onStale();
        throw error;
      }
    });
  return { ask, busy, refusal };
}
