/** Which ways to the relay are open from here: over each of them two ends of this page meet, as two people would. */
import type { Schema } from "@/wire/schema";

export type IceServer = Schema<"IceServer">;
export type RelayPath = "relay_udp" | "relay_tcp" | "relay_tls";
export type PathSeen = Schema<"PathSeen">;
export type RelayPaths = Partial<Record<RelayPath, PathSeen>>;

const PATIENCE_MS = 6_000;
const WORD = "telemed";

/** By the address as browsers write it (RFC 7065); null for what relays nothing. */
export function relayPathOf(url: string): RelayPath | null {
  if (url.startsWith("turns:")) return "relay_tls";
  if (!url.startsWith("turn:")) return null;
  return url.endsWith("transport=tcp") ? "relay_tcp" : "relay_udp";
}

export const sooner = (one: PathSeen | undefined, other: PathSeen): PathSeen =>
  one?.works === true && (!other.works || (one.ms ?? 0) <= (other.ms ?? 0)) ? one : other;

/** All at once: none is worth waiting for another's silence. */
export async function tryRelay(servers: readonly IceServer[], stop: AbortSignal): Promise<RelayPaths> {
  const found: RelayPaths = {};
  await Promise.all(
    servers.flatMap((server) =>
      server.urls.map(async (url) => {
        const path = relayPathOf(url);
        if (path === null) return;
        const seen = await tryOne({ ...server, urls: [url] }, stop);
        found[path] = sooner(found[path], seen);
      }),
    ),
  );
  return found;
}

function tryOne(server: IceServer, stop: AbortSignal): Promise<PathSeen> {
  const config: RTCConfiguration = { iceServers: [server], iceTransportPolicy: "relay" };
  const [near, far] = [new RTCPeerConnection(config), new RTCPeerConnection(config)];
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (works: boolean) => {
      clearTimeout(timer);
      stop.removeEventListener("abort", giveUp);
      near.close();
      far.close();
      resolve({ works, ms: works ? Math.round(performance.now() - began) : null });
    };
    const giveUp = () => end(false);
    const timer = setTimeout(giveUp, PATIENCE_MS);
    stop.addEventListener("abort", giveUp);
    near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined).catch(() => undefined);
    far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined).catch(() => undefined);
    const channel = near.createDataChannel(WORD);
    channel.onopen = () => channel.send(WORD);
    far.ondatachannel = ({ channel: heard }) => (heard.onmessage = () => end(true));
    void meet(near, far).catch(giveUp);
  });
}

async function meet(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  const offer = await near.createOffer();
  // Candidates are found from here on; the other end must know the offer by then.
  await Promise.all([near.setLocalDescription(offer), far.setRemoteDescription(offer)]);
  const answer = await far.createAnswer();
  await Promise.all([far.setLocalDescription(answer), near.setRemoteDescription(answer)]);
}
