/** Two notes and a buzz, when the meal is ready. Made, not downloaded. */
import { signal } from '@preact/signals';

const NOTES_HZ = [880, 1175];
const NOTE_SECONDS = 0.35;

let sound: AudioContext | undefined;
const ready = signal(false);

export function useBell() {
  return { ready, prepare };
}

/** Only in answer to a touch. */
async function prepare(): Promise<void> {
  sound ??= new AudioContext();
  await sound.resume();
  ready.value = true;
}

export function ring(): void {
  if ('vibrate' in navigator) {
    navigator.vibrate([200, 100, 200]);
  }
  if (sound) {
    const output = sound;
    NOTES_HZ.forEach((frequency, index) => {
      const start = output.currentTime + index * NOTE_SECONDS;
      const note = new OscillatorNode(output, { frequency });
      const volume = new GainNode(output, { gain: 0.3 });
      volume.gain.setTargetAtTime(0, start + NOTE_SECONDS / 2, 0.08);
      note.connect(volume).connect(output.destination);
      note.start(start);
      note.stop(start + NOTE_SECONDS);
    });
  }
}
