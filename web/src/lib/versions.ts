/** Remembers the newest version seen of each row, so that news overtaken on the way is dropped. */
import type { ServerFrame } from "@/wire/frames";

function versionOf(frame: ServerFrame): readonly [row: string, version: number] | null {
  switch (frame.type) {
    case "consult":
      return [frame.consult.id, frame.consult.version];
    case "minutes":
      return [frame.minutes, frame.version];
    case "minutes_field":
      return [`${frame.minutes}/${frame.field}`, frame.version];
    case "call_ready":
    case "peer_gone":
      return [frame.call, frame.epoch];
    default:
      return null;
  }
}

/** A fresh memory: the function answers whether a frame is older than what it has seen. Equal versions pass. */
export function olderVersions(): (frame: ServerFrame) => boolean {
  const newest = new Map<string, number>();
  return (frame) => {
    const found = versionOf(frame);
    if (!found) return false;
    const [row, version] = found;
    if (version < (newest.get(row) ?? 0)) return true;
    newest.set(row, version);
    return false;
  };
}
