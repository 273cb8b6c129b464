// Placeholder until `npm run wire` writes this file from docs/frames.schema.json.
export interface PersonRef { id: string; name: string; profession: string }
export interface IceServer { urls: string[]; username?: string | null; credential?: string | null }
export interface IceCandidate { candidate: string; sdp_mid?: string | null; sdp_m_line_index?: number | null }
interface Sent { id?: number | null }
export type ClientFrame =
  | (Sent & { type: "hello"; ticket: string; tab: string; resume?: { link: string; token: string; last: number } | null })
  | (Sent & { type: "ack"; last: number })
  | (Sent & { type: "ping" })
  | (Sent & { type: "join"; call: string; generation: number })
  | (Sent & { type: "leave"; call: string })
  | (Sent & { type: "description"; call: string; generation: number; to_generation: number; kind: "offer" | "answer"; sdp: string })
  | (Sent & { type: "candidates"; call: string; generation: number; to_generation: number; candidates: IceCandidate[] })
  | (Sent & { type: "media"; call: string; camera: boolean; microphone: boolean; weak?: boolean })
  | (Sent & { type: "writing"; consult: string; field: string | null })
  | (Sent & { type: "measured"; call: string; measurement: { rtt_ms?: number | null; out_kbps?: number | null; in_kbps?: number | null; loss_pct?: number | null; fps?: number | null; concealed_pct?: number | null } });
interface Reliable { s: number }
export type ServerFrame =
  | { type: "welcome"; link: string; token: string; resumed: boolean; last: number; heartbeat_ms: number; grace_ms: number; server_time: string }
  | (Reliable & { type: "snapshot"; consults: { id: string; version: number }[]; rings: { ring_id: string; consult: { id: string; version: number } }[] })
  | { type: "pong"; last: number; server_time: string }
  | (Reliable & { type: "consult"; consult: { id: string; version: number } })
  | (Reliable & { type: "ring"; ring: { ring_id: string; consult: { id: string; version: number } } })
  | (Reliable & { type: "ring_over"; ring_id: string; consult_id: string; outcome: string; taken_by: PersonRef | null })
  | (Reliable & { type: "call_ready"; call: string; polite: boolean; peer: PersonRef; peer_generation: number; generation: number; ice_servers: IceServer[] })
  | (Reliable & { type: "peer_gone"; call: string; peer: PersonRef; left: boolean })
  | (Reliable & { type: "replaced"; call: string })
  | (Reliable & { type: "peer_description"; call: string; generation: number; to_generation: number; kind: "offer" | "answer"; sdp: string })
  | (Reliable & { type: "peer_candidates"; call: string; generation: number; to_generation: number; candidates: IceCandidate[] })
  | (Reliable & { type: "peer_media"; call: string; camera: boolean; microphone: boolean; weak: boolean })
  | (Reliable & { type: "minutes_field"; consult: string; minutes: string; field: string; text: string; version: number; by: PersonRef; at: string })
  | (Reliable & { type: "minutes"; consult: string; minutes: string; version: number })
  | (Reliable & { type: "record"; consult: string; kind: "decision" | "referral"; id: string })
  | { type: "peer_writing"; consult: string; field: string | null; by: PersonRef }
  | { type: "problem"; ref: number | null; problem: { type: string; title: string; code: string; params: Record<string, string | number> } }
  | { type: "drain"; spread_ms: number };
