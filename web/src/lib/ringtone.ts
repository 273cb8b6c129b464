/** Rings without a sound file: two soft tones, twice, then a pause, as a hospital phone does. */
const PERIOD_MS = 3_000;

export class Ringtone {
  #context: AudioContext | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;
  #volume: GainNode | null = null;

  get ringing(): boolean {
    return this.#timer !== null;
  }

  /** False when the browser wants a touch on the page first: then say so, and show. */
  async start(): Promise<boolean> {
    if (this.#timer !== null) return true;
    this.#context ??= new AudioContext();
    const context = this.#context;
    const volume = context.createGain();
    volume.connect(context.destination);
    this.#volume = volume;
    const ring = () => {
      for (const at of [0, 0.5]) {
        this.#tone(volume, 523, at, 0.4);
        this.#tone(volume, 659, at + 0.02, 0.4);
      }
    };
    this.#timer = setInterval(ring, PERIOD_MS);
    // A page nobody has touched may not sound: `resume` then waits for a touch, so it must not hold us up.
    void context.resume().catch(() => undefined);
    ring();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return context.state === "running";
  }

  /** Silent at once: a ring answered elsewhere must not go on here. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#volume?.disconnect();
    this.#volume = null;
  }

  #tone(into: AudioNode, frequency: number, afterS: number, lengthS: number): void {
    const context = this.#context;
    if (!context) return;
    const begin = context.currentTime + afterS;
    const tone = context.createOscillator();
    const shape = context.createGain();
    tone.frequency.value = frequency;
    shape.gain.setValueAtTime(0, begin);
    shape.gain.linearRampToValueAtTime(0.2, begin + 0.03);
    shape.gain.setValueAtTime(0.2, begin + lengthS - 0.05);
    shape.gain.linearRampToValueAtTime(0, begin + lengthS);
    tone.connect(shape).connect(into);
    tone.start(begin);
    tone.stop(begin + lengthS);
  }
}
