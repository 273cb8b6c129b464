/* A bare call of two pages: one connection for everything, or voice on a connection of its own. */
async (_) => {
  const say = (kind, what) => window.tell({ kind, ...what });
  const late = {};
  window.prepare = async (preset) => {
    window.preset = preset;
    window.camera = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: preset.width, height: preset.height, frameRate: preset.fps },
    });
    window.pcs = {};
    for (const kind of preset.own ? ["voice", "picture"] : ["both"]) build(kind);
  };
  const build = (kind) => {
    window.pcs[kind]?.close();
    const pc = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
    window.pcs[kind] = pc;
    late[kind] = [];
    for (const track of camera.getTracks()) {
      if (kind === "voice" && track.kind !== "audio") continue;
      if (kind === "picture" && track.kind !== "video") continue;
      if (track.kind === "video" && preset.videoKbps === 0) continue;
      const sender = pc.addTrack(track, camera); // a transceiver of our own would not take the line of their offer
      const line = pc.getTransceivers().find((one) => one.sender === sender);
      if (track.kind === "audio" && preset.red) {
        const all = RTCRtpReceiver.getCapabilities("audio").codecs;
        const isRed = (codec) => codec.mimeType === "audio/red";
        line.setCodecPreferences([...all.filter(isRed), ...all.filter((codec) => !isRed(codec))]);
      }
    }
    pc.ontrack = ({ track }) => {
      const screen = document.body.appendChild(document.createElement(track.kind));
      screen.autoplay = true;
      screen.srcObject = new MediaStream([track]);
    };
    pc.onicecandidate = ({ candidate }) => candidate && say(kind, { candidate: candidate.toJSON() });
    return pc;
  };
  const speech = (description) => {
    const rule = `usedtx=1;maxaveragebitrate=${preset.audioKbps * 1000}`;
    const sdp = description.sdp.replace(/(useinbandfec=1)/, `$1;${rule}\r\na=ptime:${preset.ptime}`);
    return { type: description.type, sdp };
  };
  const tune = async (pc) => {
    for (const sender of pc.getSenders()) {
      const parameters = sender.getParameters();
      for (const encoding of parameters.encodings) {
        const voice = sender.track?.kind === "audio";
        encoding.priority = encoding.networkPriority = voice ? "high" : "low";
        encoding.maxBitrate = (voice ? preset.audioKbps : preset.videoKbps) * 1000;
        if (!voice) encoding.maxFramerate = preset.fps;
      }
      await sender.setParameters(parameters);
    }
  };
  const offer = async (kind) => {
    const pc = pcs[kind];
    await pc.setLocalDescription();
    say(kind, { description: pc.localDescription.toJSON() });
  };
  window.hear = async ({ kind, description, candidate, again }) => {
    if (again) return void build(kind);
    const pc = pcs[kind];
    if (candidate) return void (pc.remoteDescription ? pc.addIceCandidate(candidate) : late[kind].push(candidate));
    await pc.setRemoteDescription(speech(description));
    late[kind].splice(0).forEach((one) => pc.addIceCandidate(one));
    if (description.type === "offer") await offer(kind);
    await tune(pc);
  };
  window.call = async () => {
    const begun = performance.now();
    const up = Object.values(pcs).map(
      (pc) => new Promise((done) => (pc.onconnectionstatechange = () => pc.connectionState === "connected" && done())),
    );
    await Promise.all(Object.keys(pcs).map(offer));
    await up[0];
    return performance.now() - begun;
  };
  window.rebuild = async () => {
    await window.tell({ kind: "picture", again: true });
    build("picture");
    await offer("picture");
  };
  const rows = async (kinds) => {
    const found = [];
    for (const kind of kinds) if (pcs[kind]) found.push(...(await pcs[kind].getStats()).values());
    return found;
  };
  window.videoPort = async () => {
    const all = await rows(["picture"]);
    const path = all.find((row) => row.type === "transport")?.selectedCandidatePairId;
    const pair = all.find((row) => row.id === path);
    return all.find((row) => row.id === pair?.localCandidateId)?.port ?? 0;
  };
  // Not those of the statistics: these name the picture's codec, and redundancy travels under numbers of its own.
  window.videoPayloads = () =>
    pcs.both.localDescription.sdp.match(/^m=video \d+ \S+ (.*)$/m)[1].trim().split(" ").map(Number);
  const totals = async () => {
    const all = await rows(["voice", "picture", "both"]);
    const inbound = (kind) => all.find((row) => row.type === "inbound-rtp" && row.kind === kind) ?? {};
    const paths = (await rows(["voice", "both"])).filter((row) => row.type === "candidate-pair" && row.nominated);
    return { at: performance.now(), voice: inbound("audio"), picture: inbound("video"), path: paths[0] ?? {} };
  };
  window.mark = async () => void (window.before = await totals());
  window.since = async () => {
    const now = await totals();
    const grown = (of, key) => (now[of][key] ?? 0) - (before[of][key] ?? 0);
    const seconds = (now.at - before.at) / 1000;
    const share = (part, whole) => (whole > 0 ? (100 * part) / whole : null);
    const concealed = grown("voice", "concealedSamples") - grown("voice", "silentConcealedSamples");
    const lost = grown("voice", "packetsLost");
    return {
      concealed_pct: share(concealed, grown("voice", "totalSamplesReceived")),
      lost_pct: share(lost, lost + grown("voice", "packetsReceived")),
      delay_ms: (1000 * grown("voice", "jitterBufferDelay")) / Math.max(1, grown("voice", "jitterBufferEmittedCount")),
      rtt_ms: 1000 * (grown("path", "totalRoundTripTime") / Math.max(1, grown("path", "responsesReceived"))),
      fps: now.picture.id === before.picture.id ? grown("picture", "framesDecoded") / seconds : null,
      freeze_s: now.picture.id === before.picture.id ? grown("picture", "totalFreezesDuration") : null,
      video_kbps: now.picture.id === before.picture.id ? (grown("picture", "bytesReceived") * 8) / 1000 / seconds : null,
    };
  };
}
