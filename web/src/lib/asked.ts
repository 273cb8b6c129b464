/** What was said to the server and has no answer yet: on the same link it is said again, word for word, and done once. */
import type { Problem } from "./problem";
import type { ClientFrame } from "@/wire/frames";

/** So many answers the server keeps. */
const MOST = 128;
/** More is not kept for a link that is away. */
const HELD_MOST = 64;

/** Not worth a word when they arrive late: they carry no id, and nobody waits for an answer. */
export const DROPPABLE: ReadonlySet<ClientFrame["type"]> = new Set(["measured", "writing", "stroke"]);

type OnProblem = (problem: Problem) => void;

export class Asked {
  readonly #waiting = new Map<number, readonly [text: string, onProblem: OnProblem | undefined]>();
  #nextId = 1;

  get isFull(): boolean {
    return this.#waiting.size >= HELD_MOST;
  }
  /** In the order in which they were first said. */
  get texts(): string[] {
    return [...this.#waiting.values()].map(([text]) => text);
  }

  /** The frame with its number, as it is to be said. */
  add(frame: ClientFrame, onProblem?: OnProblem): string {
    const id = this.#nextId++;
    const text = JSON.stringify({ ...frame, id });
    this.#waiting.set(id, [text, onProblem]);
    this.answered(id - MOST);
    return text;
  }

  /** The server does one after the other: what is older and has no answer was not read. Who asked may hear of it. */
  answered(ref: number): OnProblem | undefined {
    const heard = this.#waiting.get(ref)?.[1];
    for (const id of this.#waiting.keys()) if (id <= ref) this.#waiting.delete(id);
    return heard;
  }

  clear(): void {
    this.#waiting.clear();
  }
}
