const notes = [
  { frequencyHz: 660, atSeconds: 0 },
  { frequencyHz: 880, atSeconds: 0.12 },
] as const;
const lengthSeconds = 0.25;
const loudness = 0.06;

/** Two soft notes. Silent where the browser allows no sound yet. */
export function playChime(): void {
  try {
    const context = new AudioContext();
    for (const { frequencyHz, atSeconds } of notes)
      playNote(context, frequencyHz, context.currentTime + atSeconds);
    setTimeout(() => void context.close(), 1000);
  } catch {
    // A browser without sound still shows the badge.
  }
}

function playNote(context: AudioContext, frequencyHz: number, start: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequencyHz;
  gain.gain.setValueAtTime(loudness, start);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + lengthSeconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + lengthSeconds);
}
