/** The pictures of one case as this page knows them: what came by HTTP, by frames, and from this hand. */
import { write } from "@/lib/away-db";
import { serverNow } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { asProblem, type Problem } from "@/lib/problem";
import { takeStill, stillOf } from "@/lib/stills";
import { uuid7 } from "@/lib/uuid7";

import type { Jpeg } from "@/lib/jpeg";
import type { Outbox } from "@/lib/outbox";
import type { NewsFrame, OutFrame } from "@/lib/socket-client";
import type { Schema } from "@/wire/schema";

export type FileView = Schema<"FileView">;
export type DrawingView = Schema<"DrawingView">;
export type Words = Schema<"Words">;
export type Shape = NonNullable<DrawingView["shape"]>;
/** Each side of a picture, in parts. */
export const WHOLE = 10_000;
/** x, y, x, y …: ten thousandths of the picture's sides. */
export type Points = readonly number[];

/** A stroke that somebody is drawing at this moment. */
export interface Live {
  readonly file: string;
  readonly xy: Points;
}

export interface DeskState {
  readonly loaded: boolean;
  readonly files: readonly FileView[];
  readonly drawings: readonly DrawingView[];
  readonly live: Readonly<Record<string, Live>>;
  /** Which one lies on the stage. */
  readonly shown: string | null;
  readonly taking: boolean;
  readonly problem: Problem | null;
}

const EMPTY: DeskState = {
  loaded: false,
  files: [],
  drawings: [],
  live: {},
  shown: null,
  taking: false,
  problem: null,
};
const LIVE_MOST_MS = 15_000;

export interface DeskParts {
  readonly consult: string;
  readonly call: string;
  readonly title: string;
  readonly send: (frame: OutFrame) => unknown;
  readonly outbox: () => Promise<Outbox>;
}

export class PictureDesk {
  readonly parts: DeskParts;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #state = EMPTY;

  constructor(parts: DeskParts) {
    this.parts = parts;
  }

  get state(): DeskState {
    return this.#state;
  }
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async load(): Promise<void> {
    try {
      const path = { id: this.parts.consult };
      const { files, drawings } = await ok(api.GET("/api/consults/{id}/files", { params: { path } }));
      this.#set({ loaded: true, files, drawings, problem: null });
    } catch (thrown) {
      this.#set({ problem: asProblem(thrown) });
    }
  }

  hear(frame: NewsFrame): void {
    switch (frame.type) {
      case "file":
        if (frame.file.consult_id === this.parts.consult) this.#keep(frame.file);
        return;
      case "file_progress":
        if (frame.consult !== this.parts.consult) return;
        this.#set({
          files: this.#state.files.map((file) =>
            file.id === frame.file && file.state === "arriving" ? { ...file, received: frame.received } : file,
          ),
        });
        return;
      case "drawing":
        if (frame.consult === this.parts.consult) this.#drawn(frame.drawing);
        return;
      case "peer_stroke": {
        const before = this.#state.live[frame.drawing]?.xy ?? [];
        this.#live(frame.drawing, { file: frame.file, xy: [...before, ...frame.xy] });
        return;
      }
      default:
        return;
    }
  }

  open(file: string | null): void {
    this.#set({ shown: file });
  }

  /** “Xin ảnh nét”. */
  async ask(caption: string): Promise<boolean> {
    const params = { path: { id: this.parts.call, still_id: uuid7() } };
    return this.#try(async () =>
      this.#keep(await ok(api.POST("/api/calls/{id}/stills/{still_id}/ask", { params, body: { caption } }))),
    );
  }

  async discard(file: string): Promise<void> {
    const params = { path: { id: file } };
    await this.#try(async () => this.#keep(await ok(api.POST("/api/files/{id}/discard", { params }))));
  }

  /** Takes what was asked for, or what the person wants to show. */
  async take(track: MediaStreamTrack, asked: FileView | null): Promise<void> {
    await this.#send(asked, () => takeStill(track));
  }

  async pick(picked: Blob, asked: FileView | null): Promise<void> {
    await this.#send(asked, () => stillOf(picked));
  }

  async #send(asked: FileView | null, take: () => Promise<Jpeg>): Promise<void> {
    if (this.#state.taking) return;
    this.#set({ taking: true });
    await this.#try(async () => {
      const { blob, sha256, width, height } = await take();
      const id = asked?.id ?? uuid7();
      const { consult, call, title } = this.parts;
      const body = {
        consult_id: consult,
        call_id: call,
        kind: "still" as const,
        content_type: "image/jpeg" as const,
        size: blob.size,
        sha256,
        width,
        height,
        caption: asked?.caption ?? "",
        taken_at: new Date(serverNow()).toISOString(),
      };
      // On this device first: whatever becomes of the page, it goes on from there.
      await write("blobs", { id, blob, at: Date.now() });
      await (await this.parts.outbox()).add(title, { kind: "photo", consult, file: id, body });
    });
    this.#set({ taking: false });
  }

  /** While the hand moves; nobody misses what is lost, the whole stroke follows. */
  stroke(drawing: string, file: string, xy: Points): void {
    this.parts.send({ type: "stroke", call: this.parts.call, file, drawing, xy: [...xy] });
  }

  async draw(file: string, drawing: string, shape: Shape): Promise<boolean> {
    if (shape.kind === "line") this.#live(drawing, { file, xy: shape.xy });
    const params = { path: { id: file, drawing_id: drawing } };
    return this.#try(async () =>
      this.#drawn(await ok(api.PUT("/api/files/{id}/drawings/{drawing_id}", { params, body: { shape } }))),
    );
  }

  async erase(file: string, erases: string): Promise<boolean> {
    const params = { path: { id: file, drawing_id: uuid7() } };
    return this.#try(async () =>
      this.#drawn(await ok(api.PUT("/api/files/{id}/drawings/{drawing_id}", { params, body: { erases } }))),
    );
  }

  #keep(file: FileView): void {
    const others = this.#state.files.filter(({ id }) => id !== file.id);
    const before = this.#state.files.find(({ id }) => id === file.id);
    const files = file.state === "discarded" ? others : [...others, file].sort((a, b) => (a.id < b.id ? -1 : 1));
    const arrived = file.state === "kept" && before?.state !== "kept" && file.kind === "still";
    // A sharp picture that was asked for takes the stage at both ends.
    this.#set({ files, ...(arrived && file.asked_by !== null && { shown: file.id }) });
  }

  #drawn(drawing: DrawingView): void {
    const live = without(this.#state.live, drawing.id);
    clearTimeout(this.#timers.get(drawing.id));
    const others = this.#state.drawings.filter(({ id }) => id !== drawing.id);
    this.#set({ live, drawings: [...others, drawing] });
  }

  #live(drawing: string, live: Live): void {
    if (this.#state.drawings.some(({ id }) => id === drawing)) return;
    this.#set({ live: { ...this.#state.live, [drawing]: live } });
    clearTimeout(this.#timers.get(drawing));
    const gone = () => this.#set({ live: without(this.#state.live, drawing) });
    this.#timers.set(drawing, setTimeout(gone, LIVE_MOST_MS));
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.#set({ problem: null });
      return true;
    } catch (thrown) {
      this.#set({ problem: asProblem(thrown) });
      return false;
    }
  }

  #set(part: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** What is left of the drawings of one picture: strokes that were taken back are gone. */
export function drawnOn(drawings: readonly DrawingView[], file: string): readonly DrawingView[] {
  const erased = new Set(drawings.map(({ erases }) => erases));
  return drawings.filter(({ id, file_id, shape }) => file_id === file && shape !== null && !erased.has(id));
}

const without = (live: DeskState["live"], drawing: string): DeskState["live"] =>
  Object.fromEntries(Object.entries(live).filter(([id]) => id !== drawing));
