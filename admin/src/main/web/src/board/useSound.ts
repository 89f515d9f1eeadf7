import { useCallback, useEffect, useState } from 'react';
import { isAudible, onAudibleChange, ring, silence, unlockSound } from './sound';
import { useKept } from './useKept';

/**
 * Whether new orders are heard. Who wanted that once wants it tomorrow: a browser lets a page be heard only after
 * somebody touched it, so the first touch of any kind is taken, and until then the page says that it is silent.
 */
export function useSound(): { on: boolean; wanted: boolean; toggle: () => void } {
  const [kept, keep] = useKept('sound', 'off');
  const [on, setOn] = useState(isAudible);
  const wanted = kept === 'on';
  useEffect(() => onAudibleChange(() => setOn(isAudible())), []);
  const unlock = useCallback(() => void unlockSound().catch(() => undefined), []);
  useEffect(() => {
    if (!wanted || on) {
      return undefined;
    }
    unlock();
    // Not when it is pressed: the button for the sound, clicked, would find it on and turn it off.
    window.addEventListener('click', unlock);
    return () => window.removeEventListener('click', unlock);
  }, [wanted, on, unlock]);
  useEffect(() => silence, []);
  function toggle() {
    if (on && wanted) {
      keep('off');
      silence();
    } else {
      keep('on');
      void unlockSound().then(ring, () => undefined);
    }
  }
  return { on: on && wanted, wanted, toggle };
}
