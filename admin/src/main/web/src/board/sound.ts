/** Two notes, made here: no file to fetch, none to be missing when it counts. */
let audio: AudioContext | null = null;
const listeners = new Set<() => void>();

export function isAudible(): boolean {
  return audio?.state === 'running';
}

/** Also when the system takes the sound away, as tablets do when they sleep. */
export function onAudibleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Browsers let a page be heard only after somebody touched it: to be called from a touch. */
export async function unlockSound(): Promise<void> {
  if (audio === null) {
    audio = new AudioContext();
    audio.addEventListener('statechange', () => listeners.forEach((listener) => listener()));
  }
  await audio.resume();
}

export function silence(): void {
  void audio?.suspend();
}

export function ring(): void {
  if (audio?.state !== 'running') {
    return;
  }
  for (const [delay, pitch] of [
    [0, 880],
    [0.18, 1174.7],
  ] as const) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const start = audio.currentTime + delay;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.4, start);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.4);
  }
}
