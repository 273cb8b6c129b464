/**
 * Sends a picture piece by piece from where it stopped (tus 1.0), as fast as voice leaves room.
 *
 * Small pieces with pauses between: a piece that fills the line holds voice back for as long as it takes.
 */
import { pictureKbps, tookLink } from "./link-share";
import { parseProblem, type Problem } from "./problem";

export interface Carrier {
  /** Where pictures go: `/api`, or a phone's own. */
  readonly root: string;
  /** Sends a request as who may; throws a Problem when the line fails. */
  readonly ask: (request: Request) => Promise<Response>;
}

const TUS = { "tus-resumable": "1.0.0" };
/** A piece is at most so much of the line's time. */
const PIECE_MS = 400;
const PIECE = { least: 2_048, most: 262_144 };

export function pieceOf(kbps: number | null): { readonly bytes: number; readonly ms: number } {
  if (kbps === null) return { bytes: PIECE.most, ms: 0 };
  const bytes = Math.round(Math.min(PIECE.most, Math.max(PIECE.least, (kbps / 8) * PIECE_MS)));
  return { bytes, ms: (bytes * 8) / kbps };
}

/** Resolves when all of it is there. Throws a Problem; what was sent until then stays sent. */
export async function sendBlob(
  carrier: Carrier,
  file: string,
  blob: Blob,
  { progress, signal }: { readonly progress: (sent: number) => void; readonly signal?: AbortSignal },
): Promise<void> {
  const ask = (method: string, headers: Record<string, string>, body?: ArrayBuffer) =>
    carrier.ask(
      new Request(new URL(`${carrier.root}/uploads/${file}`, location.origin), {
        method,
        headers: { ...TUS, ...headers },
        body: body ?? null,
        signal: signal ?? null,
        // Browsers that know it put it behind all else.
        priority: "low",
      }),
    );
  const stands = async (): Promise<number> => {
    const answer = await ask("HEAD", {});
    if (!answer.ok) throw await refusal(answer);
    return Number(answer.headers.get("upload-offset"));
  };
  // What any answer takes, however little was asked: the way there and back. What goes beyond it is the piece's own.
  let least = Infinity;
  const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, tookMs: number]> => {
    const begun = performance.now();
    const done = await work();
    const tookMs = performance.now() - begun;
    least = Math.min(least, tookMs);
    return [done, tookMs];
  };
  let [offset] = await timed(stands);
  while (offset < blob.size) {
    progress(offset);
    const { bytes, ms } = pieceOf(pictureKbps());
    const piece = await blob.slice(offset, offset + bytes).arrayBuffer();
    const headers = { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" };
    const [answer, tookMs] = await timed(() => ask("PATCH", headers, piece));
    if (answer.status === 409) {
      // A piece whose answer was lost is there already; of what was spoilt on its way nothing is.
      const now = await stands();
      if (now === offset) throw await refusal(answer);
      offset = now;
      continue;
    }
    if (!answer.ok) throw await refusal(answer);
    offset = Number(answer.headers.get("upload-offset"));
    if (offset >= blob.size) break; // the last piece is too small to say anything
    tookLink(piece.byteLength, tookMs - least);
    if (ms > tookMs) await new Promise((resolve) => setTimeout(resolve, ms - tookMs));
  }
  progress(offset);
}

async function refusal(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null);
  return parseProblem(body, answer.status, answer.headers.get("x-request-id"));
}
