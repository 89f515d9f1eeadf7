/** Two notes, made here: no file to fetch, none to be missing when it counts. */
let audio: AudioContext | null = null;

/** Browsers let a page be heard only after somebody touched it: to be called from a click. */
export async function unlockSound(): Promise<void> {
  audio ??= new AudioContext();
  await audio.resume();
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
