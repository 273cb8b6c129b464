/** What this side tells the call's black box: each thing that changes, once, and a row of figures every five seconds. */
import type { PeerStats } from "@/lib/peer-stats";
import type { OutFrame } from "@/lib/socket-client";
import type { Look, measurement } from "./measure";

export type IncidentKind = Extract<OutFrame, { type: "incident" }>["kind"];

/** The figures of two looks are one row. */
const LOOKS_A_ROW = 2;

export class BlackBox {
  readonly #call: string;
  readonly #send: (frame: OutFrame) => void;
  /** What it knows already, by kind. */
  readonly #noted = new Map<IncidentKind, string>();
  #looks: Look[] = [];
  #counted: PeerStats | null = null;

  constructor(call: string, send: (frame: OutFrame) => void) {
    this.#call = call;
    this.#send = send;
  }

  /** When it is not what was said last. */
  note(kind: IncidentKind, value: string): void {
    if ((this.#noted.get(kind) ?? "") === value) return;
    this.#noted.set(kind, value);
    this.tell(kind, value);
  }

  tell(kind: IncidentKind, value: string): void {
    this.#send({ type: "incident", call: this.#call, kind, value });
  }

  /** `inRow` makes the row: it is fetched while the two already talk. */
  look(look: Look, inRow: typeof measurement): void {
    this.#looks.push(look);
    if (this.#looks.length < LOOKS_A_ROW) return;
    const row = inRow(this.#looks.splice(0), this.#counted);
    this.#counted = look.stats;
    this.#send({ type: "measured", call: this.#call, measurement: row });
  }
}
