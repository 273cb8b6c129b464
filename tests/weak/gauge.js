/* Watches every connection a page makes, whatever the app does with it: when media comes, when it pauses, how good it is. */
() => {
  if (window.gauge) return;
  const PAUSE_MS = 1000;
  const Native = window.RTCPeerConnection;
  const all = [];
  let cleared = 0;
  const nothing = { at: null, pauses: [] };
  const gauge = { voice: { ...nothing, first: null, pauses: [] }, picture: { ...nothing, first: null, pauses: [] } };
  const came = (what, at) => {
    what.first ??= at;
    if (what.at !== null && at - what.at > PAUSE_MS) what.pauses.push({ from: what.at, until: at });
    what.at = Math.max(what.at ?? 0, at);
  };

  window.RTCPeerConnection = class extends Native {
    constructor(...given) {
      super(...given);
      const one = { pc: this, totals: {}, begun: Date.now(), connected: null };
      all.push(one);
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") one.connected ??= Date.now();
      });
      this.addEventListener("track", ({ track, receiver }) => {
        if (track.kind === "audio") return hear(receiver, track);
        const screen = document.body.appendChild(document.createElement("video"));
        screen.muted = screen.autoplay = true;
        screen.srcObject = new MediaStream([track]);
        screen.style.cssText = "position:fixed;width:2px;height:2px;bottom:0;left:0;pointer-events:none";
        const shown = () => {
          came(gauge.picture, Date.now());
          screen.requestVideoFrameCallback(shown);
        };
        screen.requestVideoFrameCallback(shown);
        track.addEventListener("ended", () => screen.remove());
      });
    }
  };
  const hear = (receiver, track) => {
    let last = 0;
    const watch = setInterval(() => {
      if (track.readyState === "ended") return clearInterval(watch);
      const [source] = receiver.getSynchronizationSources();
      if (!source || source.timestamp === last) return;
      last = source.timestamp;
      came(gauge.voice, Date.now());
    }, 50);
  };

  const number = (row, key) => (typeof row?.[key] === "number" ? row[key] : 0);
  const look = async (one) => {
    if (one.pc.connectionState === "closed") return;
    const rows = [...(await one.pc.getStats()).values()];
    const inbound = (kind) => rows.filter((row) => row.type === "inbound-rtp" && row.kind === kind);
    const [voice, picture] = [inbound("audio"), inbound("video")];
    const chosen = rows.filter((row) => row.type === "transport").map((row) => row.selectedCandidatePairId);
    const paths = rows.filter((row) => row.type === "candidate-pair" && (chosen.includes(row.id) || row.nominated));
    const sum = (from, key) => from.reduce((total, row) => total + number(row, key), 0);
    const now = {
      samples: sum(voice, "totalSamplesReceived"),
      concealed: sum(voice, "concealedSamples") - sum(voice, "silentConcealedSamples"),
      buffered_s: sum(voice, "jitterBufferDelay"),
      emitted: sum(voice, "jitterBufferEmittedCount"),
      voice_packets: sum(voice, "packetsReceived"),
      voice_lost: sum(voice, "packetsLost"),
      frames: sum(picture, "framesDecoded"),
      freezes: sum(picture, "freezeCount"),
      frozen_s: sum(picture, "totalFreezesDuration"),
      voice_bytes: sum(voice, "bytesReceived") + sum(voice, "headerBytesReceived"),
      picture_bytes: sum(picture, "bytesReceived") + sum(picture, "headerBytesReceived"),
      rtt_s: sum(paths, "totalRoundTripTime"),
      answers: sum(paths, "responsesReceived"),
    };
    // One that is just being closed has forgotten some of its rows.
    for (const key in now) one.totals[key] = Math.max(one.totals[key] ?? 0, now[key]);
    one.local = rows.find((row) => row.id === paths[0]?.localCandidateId);
    one.width = picture[0]?.frameWidth ?? null;
    one.codec = rows.find((row) => row.id === voice[0]?.codecId)?.mimeType ?? null;
  };
  // A connection that is closed answers no more: what it had counted is looked at all along.
  setInterval(() => all.forEach((one) => void look(one)), 500);

  window.gauge = async () => {
    await Promise.all(all.map(look));
    const totals = {};
    for (const one of all)
      for (const [key, value] of Object.entries(one.totals)) totals[key] = (totals[key] ?? 0) + value;
    const first = all[cleared];
    const live = all.findLast((one) => one.pc.connectionState !== "closed");
    const { candidateType, relayProtocol, protocol, address } = live?.local ?? {};
    return {
      at: Date.now(),
      ...gauge,
      totals,
      connections: all.length - cleared,
      connect_ms: first?.connected ? first.connected - first.begun : null,
      state: live?.pc.connectionState ?? "none",
      path: candidateType === "relay" ? `relay ${relayProtocol}` : candidateType ? `direct ${protocol}` : "none",
      address: address ?? "",
      width: live?.width ?? null,
      codec: live?.codec ?? null,
    };
  };
  window.gauge.clear = () => {
    cleared = all.length;
    for (const kind of ["voice", "picture"]) gauge[kind] = { at: null, first: null, pauses: [] };
  };
  // Not those of the statistics: these name the picture's codec, and redundancy travels under numbers of its own.
  window.gauge.payloads = (kind) =>
    all
      .filter((one) => one.pc.connectionState !== "closed")
      .flatMap((one) => (one.pc.localDescription?.sdp.match(new RegExp(`^m=${kind} \\d+ \\S+ (.*)$`, "m"))?.[1] ?? "").split(" "))
      .filter(Boolean)
      .map(Number);
}
