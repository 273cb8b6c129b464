/** Files of a case: what a picked file is, how it is sent, and how its pictures are fetched. */
import { write } from "./away-db";
import { serverNow } from "./clock";
import { authorized } from "./http-client";
import { jpegOf } from "./jpeg";
import { Problem, parseProblem } from "./problem";
import { uuid7 } from "./uuid7";

import type { Outbox } from "./outbox";
import type { Schema } from "@/wire/schema";

export type FileView = Schema<"FileView">;
export type DrawingView = Schema<"DrawingView">;
export type FileList = Schema<"FileList">;
export type DicomView = Schema<"DicomView">;
export type Shape = NonNullable<DrawingView["shape"]>;
type NewFile = Schema<"NewFile">;
type Type = NewFile["content_type"];

/** Each side of a picture, in parts. */
export const WHOLE = 10_000;
export const ACCEPT = "image/*,application/pdf,application/dicom,.dcm,.pdf,video/mp4,video/webm,audio/*,.m4a,.ogg";
/** The longer edge of a photograph of a film or a sheet: more than a camera's still, less than a line suffers from. */
const EDGE = 3_072;

const starts = (head: Uint8Array, at: number, text: string): boolean =>
  Array.from(text, (letter) => letter.charCodeAt(0)).every((code, n) => head[at + n] === code);

/** By its first bytes; a name tells nothing. Null: the browser may still know it as a picture. */
export function kindOf(head: Uint8Array, said: string): { readonly kind: NewFile["kind"]; readonly type: Type } | null {
  if (starts(head, 0, "%PDF-")) return { kind: "document", type: "application/pdf" };
  if (starts(head, 128, "DICM")) return { kind: "dicom", type: "application/dicom" };
  if (starts(head, 4, "ftyp")) {
    const sound = said.startsWith("audio/") || starts(head, 8, "M4A ");
    // A picture of a phone (HEIC) has the same beginning.
    if (said.startsWith("image/") || starts(head, 8, "heic") || starts(head, 8, "mif1")) return null;
    return sound ? { kind: "sound", type: "audio/mp4" } : { kind: "video", type: "video/mp4" };
  }
  if (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3)
    return said.startsWith("audio/") ? { kind: "sound", type: "audio/webm" } : { kind: "video", type: "video/webm" };
  if (starts(head, 0, "OggS")) return { kind: "sound", type: "audio/ogg" };
  if (starts(head, 0, "RIFF") && starts(head, 8, "WAVE")) return { kind: "sound", type: "audio/wav" };
  if (starts(head, 0, "ID3") || (head[0] === 0xff && [0xfa, 0xfb, 0xf2, 0xf3].includes(head[1] ?? 0)))
    return { kind: "sound", type: "audio/mpeg" };
  return null;
}

/** Puts it in what waits for the line, from where it goes on by itself. Throws a Problem: no file that is taken here. */
export async function sendFile(outbox: Outbox, consult: string, title: string, picked: File): Promise<void> {
  const head = new Uint8Array(await picked.slice(0, 132).arrayBuffer());
  const known = kindOf(head, picked.type);
  const about = {
    consult_id: consult,
    call_id: null,
    caption: "",
    taken_at: new Date(Math.min(picked.lastModified, serverNow())).toISOString(),
  };
  const id = uuid7();
  let blob: Blob = picked;
  let body: NewFile;
  if (known !== null) {
    const sha256 = await digestOf(picked);
    body = { ...about, ...{ kind: known.kind, content_type: known.type }, size: picked.size, sha256 };
  } else {
    const drawn = await jpegOf(picked, EDGE).catch(() => {
      throw new Problem({ code: "file.no_picture", status: 422 });
    });
    const { sha256, width, height } = drawn;
    blob = drawn.blob;
    body = { ...about, kind: "photo", content_type: "image/jpeg", size: blob.size, sha256, width, height };
  }
  await write("blobs", { id, blob, at: Date.now() });
  await outbox.add(title, { kind: "photo", consult, file: id, body });
}

async function digestOf(blob: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const MOST = 40;
const held = new Map<string, Promise<ImageBitmap>>();
let queue: Promise<unknown> = Promise.resolve();

/** A thumbnail, a page: kept while the page is open, fetched one at a time, behind all else. */
export function pictureAt(path: string): Promise<ImageBitmap> {
  const known = held.get(path);
  if (known) return known;
  const read = queue.catch(() => undefined).then(() => fetched(path));
  queue = read;
  held.set(path, read);
  read.catch(() => held.delete(path));
  const [oldest] = held.keys();
  if (held.size > MOST && oldest !== undefined) held.delete(oldest);
  return read;
}

async function fetched(path: string): Promise<ImageBitmap> {
  const answer = await authorized(new Request(new URL(path, location.origin), { priority: "low" }));
  if (!answer.ok) throw parseProblem(await answer.json().catch(() => null), answer.status);
  return createImageBitmap(await answer.blob());
}

/** What is left of the drawings of one page: strokes that were taken back are gone. */
export function drawnOn(drawings: readonly DrawingView[], file: string, page: number): readonly DrawingView[] {
  const erased = new Set(drawings.map(({ erases }) => erases));
  return drawings.filter(
    (one) => one.file_id === file && one.page === page && one.shape !== null && !erased.has(one.id),
  );
}
