/** The connection's signals as frames of the socket, and back. Pure. */
import type { Pair, PeerSignal } from "@/lib/peer";
import type { NewsFrame, OutFrame } from "@/lib/socket-client";

type Heard = Extract<NewsFrame, { type: "peer_description" | "peer_candidates" }>;

export function frameOf(call: string, pair: Pair, signal: PeerSignal): OutFrame {
  const to = { call, generation: pair.generation, to_generation: pair.peerGeneration };
  if (signal.type === "candidates") return { type: "candidates", ...to, candidates: [...signal.candidates] };
  const { kind, negotiation, sdp } = signal;
  return { type: "description", ...to, negotiation, kind, sdp };
}

export function signalOf(frame: Heard): PeerSignal {
  if (frame.type === "peer_candidates") return { type: "candidates", candidates: frame.candidates };
  const { kind, negotiation, sdp } = frame;
  return { type: "description", kind, negotiation, sdp };
}

/** As the one who sent it counts: its own first. */
export const pairOf = (frame: Heard): Pair => ({ generation: frame.generation, peerGeneration: frame.to_generation });

export const iceServersOf = (servers: Extract<NewsFrame, { type: "ice_servers" }>["ice_servers"]): RTCIceServer[] =>
  servers.map(({ urls, username, credential }) => (username === "" ? { urls } : { urls, username, credential }));
