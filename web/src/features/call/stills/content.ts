/** The bytes of pictures, in pieces that a broken line does not throw away; kept while the page is open. */
import { authorized } from "@/lib/http-client";
import { lineProblem, parseProblem } from "@/lib/problem";

const PIECE = 65_536;
const MOST = 24;

const held = new Map<string, Promise<ImageBitmap>>();
let queue: Promise<unknown> = Promise.resolve();

/** One at a time: two large pictures at once would both be late. */
export function pictureOf(file: string, size: number): Promise<ImageBitmap> {
  const known = held.get(file);
  if (known) return known;
  const read = queue.catch(() => undefined).then(() => fetched(file, size));
  queue = read;
  held.set(file, read);
  read.catch(() => held.delete(file));
  const [oldest] = held.keys();
  if (held.size > MOST && oldest !== undefined) held.delete(oldest);
  return read;
}

async function fetched(file: string, size: number): Promise<ImageBitmap> {
  const pieces: Blob[] = [];
  for (let at = 0; at < size;) {
    const range = `bytes=${at}-${Math.min(size, at + PIECE) - 1}`;
    const url = new URL(`/api/files/${file}/content`, location.origin);
    const answer = await authorized(new Request(url, { headers: { range }, priority: "low" }));
    if (!answer.ok) throw parseProblem(await answer.json().catch(() => null), answer.status);
    const piece = await answer.blob();
    if (piece.size === 0) throw lineProblem("unreadable");
    pieces.push(piece);
    at += piece.size;
  }
  return createImageBitmap(new Blob(pieces));
}
