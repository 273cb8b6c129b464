/** What to do about a path that is gone: wait, look for another, begin a new connection, go through the relay. Pure. */

/** new: never up since it was begun. gone: the browser has given it up. */
export type Path = "new" | "up" | "weak" | "gone";

/** restart: new addresses for this connection. rebuild: a new connection, of a new generation. */
export type Act = "restart" | "rebuild";

export interface Healing {
  readonly path: Path;
  /** Of the two sides the impolite one acts first: restarts that cross each other would only be rolled back. */
  readonly first: boolean;
  /** The server hears this side: without it nothing can be agreed, and nothing is learned from silence. */
  readonly lineOpen: boolean;
  /** Both sides agreed on their newest addresses: from here on a path that does not come up has failed. */
  readonly agreed: boolean;
  /** The connections that failed one after the other. */
  readonly failures: number;
  /** What comes next unless the path is up by then; without a time it waits for the line. */
  readonly next: { readonly act: Act; readonly at: number | null } | null;
  readonly upSince: number | null;
}

export type HealingEvent =
  /** A connection was begun for a new pair. */
  | { readonly type: "begun"; readonly first: boolean }
  | { readonly type: "path"; readonly path: Exclude<Path, "new"> }
  | { readonly type: "agreed" }
  /** Their voice came and stopped, seconds before the browser calls the path weak. */
  | { readonly type: "silent" }
  | { readonly type: "line"; readonly open: boolean }
  /** Both are in the room with the pair they had: one of them was away. */
  | { readonly type: "met" }
  /** This side is on another network now, or a person asked. */
  | { readonly type: "moved" }
  /** The time of `next` has come. */
  | { readonly type: "due" };

/** A dip shorter than this mends by itself. */
const DIP_MS = 2_000;
/** So much later the other side acts, should the first be unable to. */
const SECOND_MS = 4_000;
/** From agreeing to the first packet: some round trips, on the worst link we serve. */
const UP_WITHIN_MS = 8_000;
const FIRST_UP_WITHIN_MS = 12_000;
/** Nobody answered: the other side is away, for as long as its link is waited for, or its page is stuck. */
const ANSWER_WITHIN_MS = 60_000;
/** What held this long is no failure any more. */
const HELD_MS = 60_000;

export const RESTING: Healing = {
  path: "new",
  first: false,
  lineOpen: true,
  agreed: false,
  failures: 0,
  next: null,
  upSince: null,
};

export interface Healed {
  readonly state: Healing;
  readonly act: Act | null;
}

export function heal(state: Healing, event: HealingEvent, now: number): Healed {
  switch (event.type) {
    case "begun": {
      const failures = (heldLong(state, now) ? 0 : state.failures) + (hasFailed(state) ? 1 : 0);
      const begun: Healing = { ...state, path: "new", first: event.first, agreed: false, failures, upSince: null };
      return rest(plan(begun, "rebuild", now + ANSWER_WITHIN_MS));
    }
    case "path":
      if (event.path === state.path) return rest(state);
      return moveTo(event.path, state, now);
    case "agreed": {
      if (state.path === "up") return rest({ ...state, next: null });
      const within = state.path === "new" ? FIRST_UP_WITHIN_MS : UP_WITHIN_MS;
      return rest(plan({ ...state, agreed: true }, "rebuild", now + within));
    }
    case "silent":
      return state.path === "up" && state.next === null && state.first && state.lineOpen
        ? restart(state, now)
        : rest(state);
    case "line": {
      const changed = { ...state, lineOpen: event.open };
      if (!event.open || changed.next === null || changed.next.at !== null) return rest(changed);
      // What waited for the line: the room says soon that both are there; this is for when it does not.
      return rest(plan(changed, "restart", now + SECOND_MS));
    }
    case "met":
      if (state.path === "up" || !state.first) return rest(state);
      return restart(state, now);
    case "moved":
      return state.lineOpen ? restart(state, now) : rest({ ...state, next: { act: "restart", at: null } });
    case "due":
      return due(state, now);
  }
}

function moveTo(path: Exclude<Path, "new">, before: Healing, now: number): Healed {
  const state: Healing = { ...before, path };
  if (path === "up") return rest({ ...state, next: null, agreed: false, upSince: now });
  // A restart that is being tried has its own time.
  if (before.next?.act === "rebuild") return rest(state);
  return rest(plan(state, "restart", path === "weak" ? now + DIP_MS : now));
}

function due(state: Healing, now: number): Healed {
  const { next } = state;
  if (next === null || next.at === null || now < next.at) return rest(state);
  if (state.path === "up") return rest({ ...state, next: null });
  if (!state.lineOpen) return rest({ ...state, next: { ...next, at: null } });
  if (next.act === "restart") return restart(state, now);
  // Whether it failed is counted when the new connection begins; should it not, this is tried again.
  return { state: { ...state, next: { act: "rebuild", at: now + ANSWER_WITHIN_MS } }, act: "rebuild" };
}

function restart(state: Healing, now: number): Healed {
  return { state: plan({ ...state, agreed: false }, "rebuild", now + ANSWER_WITHIN_MS), act: "restart" };
}

function plan(state: Healing, act: Act, at: number): Healing {
  return { ...state, next: { act, at: state.first ? at : at + SECOND_MS } };
}

const rest = (state: Healing): Healed => ({ state, act: null });
const hasFailed = (state: Healing): boolean => state.agreed && state.path !== "up" && state.lineOpen;
const heldLong = ({ upSince }: Healing, now: number): boolean => upSince !== null && now - upSince >= HELD_MS;

/** Through the relay alone? After two failures in a row, then the other way again: the relay may be what fails. */
export const byRelay = (failures: number, remembered: boolean): boolean =>
  remembered ? failures % 2 === 0 : failures >= 2 && failures % 2 === 0;

/** Without UDP, as through any firewall, where the relay can do that; the credentials stay. */
export function relayServers(servers: readonly RTCIceServer[]): RTCIceServer[] {
  const relays = withUrls(servers, (url) => /^turns?:/.test(url));
  const reliable = withUrls(servers, (url) => /^turns:|^turn:.*transport=tcp/.test(url));
  return reliable.length > 0 ? reliable : relays;
}

function withUrls(servers: readonly RTCIceServer[], keep: (url: string) => boolean): RTCIceServer[] {
  return servers
    .map((server) => ({ ...server, urls: [server.urls].flat().filter(keep) }))
    .filter(({ urls }) => urls.length > 0);
}
