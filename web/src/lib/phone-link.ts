/** The station's end of a phone's picture: answers what the phone offers, one connection at a time. */
import { api, ok } from "./http-client";

import type { Schema } from "@/wire/schema";

export type CameraView = Schema<"CameraView">;

export class PhoneLink {
  readonly camera: string;
  readonly #onStream: (stream: MediaStream | null) => void;
  #number = 0;
  #connection: RTCPeerConnection | null = null;

  constructor(camera: string, onStream: (stream: MediaStream | null) => void) {
    [this.camera, this.#onStream] = [camera, onStream];
  }

  /** An offer that was answered before is answered once. Throws a Problem when the line fails: offer it again. */
  async offered(offer: CameraView["offer"]): Promise<void> {
    if (!offer || offer.number === this.#number) return;
    this.#number = offer.number;
    try {
      await this.#answer(offer);
    } catch (thrown) {
      if (this.#number === offer.number) this.#number = 0;
      throw thrown;
    }
  }

  async #answer(offer: NonNullable<CameraView["offer"]>): Promise<void> {
    // A phone on its own network reaches a station behind another by the relay, or not at all.
    const { ice_servers: iceServers } = await ok(api.GET("/api/ice-servers"));
    if (this.#number !== offer.number) return;
    this.#connection?.close();
    const connection = new RTCPeerConnection({ iceServers });
    this.#connection = connection;
    connection.ontrack = ({ streams }) => this.#onStream(streams[0] ?? null);
    connection.onconnectionstatechange = () => {
      if (connection === this.#connection && connection.connectionState === "failed") this.#onStream(null);
    };
    await connection.setRemoteDescription({ type: "offer", sdp: offer.sdp });
    await connection.setLocalDescription();
    await gathered(connection);
    const { localDescription } = connection;
    if (connection !== this.#connection || !localDescription) return;
    const body = { number: offer.number, sdp: localDescription.sdp };
    await ok(api.POST("/api/second-cameras/{id}/answer", { params: { path: { id: this.camera } }, body }));
  }

  close(): void {
    this.#number = 0;
    this.#connection?.close();
    this.#connection = null;
    this.#onStream(null);
  }
}

/** The relay by TLS over a far line needs some five ways there and back. */
const GATHER_MS = 8_000;
/** Once the relay answered, whatever else is open has too. */
const AFTER_RELAY_MS = 500;

/** Both sides say all they have at once: there is no line between them to say more by. */
export function gathered(connection: RTCPeerConnection): Promise<void> {
  if (connection.iceGatheringState === "complete") return Promise.resolve();
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, GATHER_MS);
    connection.addEventListener("icecandidate", ({ candidate }) => {
      if (candidate?.type !== "relay") return;
      clearTimeout(timer);
      timer = setTimeout(resolve, AFTER_RELAY_MS);
    });
    connection.addEventListener("icegatheringstatechange", () => {
      if (connection.iceGatheringState !== "complete") return;
      clearTimeout(timer);
      resolve();
    });
  });
}
