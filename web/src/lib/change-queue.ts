/** Sends small changes one after the other, keeps those the line swallowed, and tells which were refused. */
import { asProblem, type Problem } from "./problem";

export interface QueueState {
  /** Something is on its way or waits for the line. */
  readonly pending: boolean;
  /** The line failed last time; it is tried again by itself. */
  readonly stuck: boolean;
  readonly refused: { readonly key: string; readonly problem: Problem } | null;
}

export const QUIET: QueueState = { pending: false, stuck: false, refused: null };
const AGAIN_MS = 4_000;

/** A newer change of the same key takes the place of one that has not gone yet. */
export class ChangeQueue {
  readonly #jobs = new Map<string, () => Promise<unknown>>();
  readonly #onState: (state: QueueState) => void;
  #state = QUIET;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(onState: (state: QueueState) => void) {
    this.#onState = onState;
  }

  push(key: string, work: () => Promise<unknown>): void {
    this.#jobs.delete(key);
    this.#jobs.set(key, work);
    this.#set({ refused: this.#state.refused?.key === key ? null : this.#state.refused });
    void this.flush();
  }

  /** Tries at once; ends when the queue is empty or the line has failed. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      // Something was pushed in the last moment of the run.
      if (this.#jobs.size > 0 && this.#timer === null) void this.flush();
    });
    return this.#running;
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #run(): Promise<void> {
    for (;;) {
      const [next] = this.#jobs;
      if (!next) {
        this.#set({ pending: false, stuck: false });
        return;
      }
      const [key, work] = next;
      this.#set({ pending: true });
      try {
        await work();
        this.#done(key, work);
      } catch (thrown) {
        const problem = asProblem(thrown);
        if (problem.isLine) {
          this.#timer = setTimeout(() => void this.flush(), AGAIN_MS);
          this.#set({ stuck: true });
          return;
        }
        this.#done(key, work);
        this.#set({ refused: { key, problem } });
      }
    }
  }

  #done(key: string, work: () => Promise<unknown>): void {
    if (this.#jobs.get(key) === work) this.#jobs.delete(key);
  }

  #set(part: Partial<QueueState>): void {
    this.#state = { ...this.#state, ...part };
    this.#onState(this.#state);
  }
}
