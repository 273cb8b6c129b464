import { expect, test } from "vitest";

import { pieceOf, sendBlob, type Carrier } from "./tus";

const BLOB = new Blob([new Uint8Array(600_000).map((_, n) => n % 251)]);

/** A server that keeps what it is sent, and whose line may break. */
class Server {
  held = new Uint8Array(0);
  asked: string[] = [];
  /** Called before each piece is answered. */
  spoil: (n: number) => "lost" | "refused" | undefined = () => undefined;

  readonly carrier: Carrier = { root: "/api", ask: (request) => this.#answer(request) };

  async #answer(request: Request): Promise<Response> {
    this.asked.push(`${request.method} ${request.headers.get("upload-offset") ?? ""}`.trim());
    if (request.method === "HEAD")
      return new Response(null, { headers: { "upload-offset": String(this.held.length) } });
    const piece = new Uint8Array(await request.arrayBuffer());
    if (Number(request.headers.get("upload-offset")) !== this.held.length) {
      return Response.json({ code: "upload.offset", status: 409 }, { status: 409 });
    }
    const spoilt = this.spoil(this.asked.length);
    if (spoilt === "refused") return Response.json({ code: "file.no_picture", status: 422 }, { status: 422 });
    this.held = new Uint8Array([...this.held, ...piece]);
    if (spoilt === "lost") throw new TypeError("the line broke");
    return new Response(null, { status: 204, headers: { "upload-offset": String(this.held.length) } });
  }
}

test("a picture goes in pieces and arrives whole", async () => {
  const server = new Server();
  const told: number[] = [];

  await sendBlob(server.carrier, "x", BLOB, { progress: (sent) => told.push(sent) });

  expect(server.held).toEqual(new Uint8Array(await BLOB.arrayBuffer()));
  expect(server.asked).toEqual(["HEAD", "PATCH 0", "PATCH 262144", "PATCH 524288"]);
  expect(told).toEqual([0, 262_144, 524_288, 600_000]);
});

test("it goes on from where the server stands, also when an answer was lost", async () => {
  const server = new Server();
  server.spoil = (n) => (n === 3 ? "lost" : undefined);
  const send = () => sendBlob(server.carrier, "x", BLOB, { progress: () => undefined });

  await expect(send()).rejects.toThrow("the line broke");
  await send();

  expect(server.asked.slice(3)).toEqual(["HEAD", "PATCH 524288"]);
  expect(server.held).toEqual(new Uint8Array(await BLOB.arrayBuffer()));
});

test("what the server refuses is a problem with its code", async () => {
  const server = new Server();
  server.spoil = () => "refused";

  await expect(sendBlob(server.carrier, "x", BLOB, { progress: () => undefined })).rejects.toMatchObject({
    code: "file.no_picture",
  });
});

test("beside voice a piece holds the line for less than half a second, with pauses between", () => {
  expect(pieceOf(null)).toEqual({ bytes: 262_144, ms: 0 });
  expect(pieceOf(400)).toEqual({ bytes: 20_000, ms: 400 });
  expect(pieceOf(12).bytes).toBe(2_048);
  expect(Math.round(pieceOf(12).ms)).toBe(1_365);
});
