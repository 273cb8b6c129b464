// Generated from docs/frames.schema.json by `npm run wire`. Not edited by hand.

export type ClientFrame = (Hello | Ack | Ping | Join | Leave | Description | Candidates | MediaState | Writing | Stroke | Measured | Incident)
/**
 * How a call goes on over the link it has, best first (design §5).
 */
export type Rung = ("video" | "low_video" | "voice" | "text" | "phone")
/**
 * By which way media reach the other side.
 */
export type LinkPath = ("direct" | "relay_udp" | "relay_tcp" | "relay_tls")
export type ServerFrame = (Welcome | Snapshot | Pong | Knock | Done | ConsultNews | RingNews | RingOver | CallReady | IceServersNews | PeerGone | Replaced | PeerDescription | PeerCandidates | PeerMedia | MinutesFieldNews | MinutesNews | RecordNews | RingTest | NoticeNews | PeerWriting | FileNews | FileProgress | DrawingNews | PeerStroke | SecondCameraNews | ProblemFrame | Drain)
export type State = ("draft" | "waiting" | "returned" | "accepted" | "scheduled" | "concluded" | "transferred" | "closed" | "cancelled" | "expired")
/**
 * How soon: life threat now, same day, planned (design §2, domain 4.1).
 */
export type Urgency = ("stat" | "urgent" | "routine")
export type Specialty = ("emergency" | "internal" | "surgery" | "obstetrics" | "paediatrics" | "dermatology")
export type Answer = ("call" | "written")
/**
 * What the station meets most (`domain.md` 4.7).
 */
export type CaseType = ("child_fever" | "chronic" | "obstetric" | "stroke" | "chest_pain" | "trauma" | "poisoning" | "skin" | "dyspnoea" | "seizure" | "shock" | "newborn" | "tb" | "fever_cluster" | "other")
export type FacilityKind = ("station" | "hospital" | "province")
export type Profession = ("doctor" | "assistant" | "nurse" | "midwife" | "officer")
export type Sex = ("male" | "female" | "unknown")
/**
 * One rung of the ladder: whom it rings.
 */
export type StepKind = ("first" | "second" | "specialty" | "head" | "leader")
export type RingState = ("ringing" | "accepted" | "declined" | "missed" | "superseded" | "cancelled" | "skipped")
/**
 * Why this person was rung; stored with the ring, never rewritten.
 */
export type Why = ("shift" | "on_call" | "head" | "manual")
export type Channel = ("page" | "push" | "gateway")
export type DeliveryState = ("queued" | "delivered" | "seen" | "missed" | "failed")
export type CallState = ("waiting" | "live" | "interrupted" | "ended")
/**
 * What can be read out and compared. Two are asked for, as everywhere in care.
 */
export type Identifier = ("full_name" | "birth" | "code" | "national_id" | "insurance_no" | "village" | "representative")
export type Level = ("alert" | "critical")
/**
 * Whether the hospital may have the case: the patient's last word on it.
 */
export type Sharing = ("unasked" | "given" | "emergency" | "refused" | "withdrawn")
/**
 * What is asked of the patient, each apart (`domain.md` 4.4).
 */
export type Purpose = ("share" | "video" | "photo" | "recording")
export type ConsentDecision = ("given" | "refused" | "withdrawn")
export type ConsentGround = ("spoken" | "signed" | "relative" | "emergency")
/**
 * Illnesses whose mere name does harm: they hide the diagnosis from who does not treat (`domain.md` §3).
 */
export type Label = ("hiv" | "tb" | "mental_health" | "sexual_violence")
export type HandoverState = ("offered" | "taken" | "refused" | "withdrawn")
/**
 * Whether the patient was asked what they cannot bear; of `SOME` the words say what.
 */
export type Allergy = ("unasked" | "none" | "some")
export type FileKind = ("photo" | "still" | "document" | "dicom" | "video" | "sound")
export type FileState = ("asked" | "arriving" | "kept" | "discarded")

export interface Frames {
client: ClientFrame
server: ServerFrame
}
/**
 * First frame, within 10 s. The ticket never travels in a URL.
 */
export interface Hello {
id?: (number | null)
type: "hello"
ticket: string
/**
 * Kept across reloads of one browser tab; a person's oldest link of it yields first.
 */
tab: string
resume?: (Resume | null)
}
export interface Resume {
link: string
token: string
/**
 * The highest `s` this browser has handled.
 */
last: number
}
/**
 * Everything up to `last` is handled. At least every 32 frames or 5 s.
 */
export interface Ack {
id?: (number | null)
type: "ack"
last: number
}
/**
 * Every `heartbeat_ms`; answered by `pong`. A link that says nothing for 30 s is closed.
 */
export interface Ping {
id?: (number | null)
type: "ping"
}
/**
 * Enter the call of a consult with this link.
 * 
 * `generation` names this page's peer connection: never used before by this person, compared for equality only.
 * Joining again with the same one (after a lost link, after the server restarted) renegotiates nothing by itself.
 */
export interface Join {
id?: (number | null)
type: "join"
call: string
generation: number
/**
 * False: not while another tab or device of this person is in the call (`call.elsewhere`). True once the person has said “Tiếp tục ở đây”.
 */
take_over?: boolean
}
/**
 * “Rời phòng”: the consult stays open.
 */
export interface Leave {
id?: (number | null)
type: "leave"
call: string
}
/**
 * An SDP offer or answer. `generation` is the sender's peer connection, `to_generation` the one it is meant for.
 * 
 * `negotiation` counts the sender's offers; an answer names the offer it answers. A link that comes back says its
 * offer again, so answers come twice: one that names another offer than the pending one is dropped.
 */
export interface Description {
id?: (number | null)
type: "description"
call: string
generation: number
to_generation: number
negotiation?: number
kind: ("offer" | "answer")
/**
 * At most 32 KiB, at most 3 media lines: audio, video, application.
 */
sdp: string
}
/**
 * Gather for some 50 ms, then send together.
 */
export interface Candidates {
id?: (number | null)
type: "candidates"
call: string
generation: number
to_generation: number
/**
 * @minItems 1
 * @maxItems 64
 */
candidates: IceCandidate[]
}
export interface IceCandidate {
/**
 * Empty: no more candidates.
 */
candidate: string
sdp_mid?: (string | null)
sdp_m_line_index?: (number | null)
}
/**
 * What this side sends, why no more, and how it hears the other. Say it again after each `call_ready`.
 * 
 * `cause`: `chosen` by the switch · `data_cap`, the month's megabytes · `usual`, what this place's link carried
 * before · `uplink`, its own way up · `downlink`, the other side's way down · `delay` · `device`, a slow machine ·
 * `lost`, nothing comes through.
 */
export interface MediaState {
id?: (number | null)
type: "media"
call: string
camera: boolean
microphone: boolean
/**
 * Its own way to the server is slow or full.
 */
weak?: boolean
rung?: (Rung | null)
/**
 * None on the highest rung.
 */
cause?: (("chosen" | "data_cap" | "usual" | "uplink" | "downlink" | "delay" | "device" | "lost") | null)
/**
 * How the other's voice arrives here: only the other can send less. `lost`: unusable.
 */
hears?: (("clear" | "broken" | "lost") | null)
/**
 * Asks the other side for few sharp pictures instead of many: something is examined.
 */
wants_detail?: boolean
}
/**
 * Someone in the call is typing in one field of the minutes; `null`: no longer. Droppable.
 */
export interface Writing {
id?: (number | null)
type: "writing"
consult: string
field: (string | null)
}
/**
 * A stroke that is being drawn on a picture, piece by piece; whole it goes by HTTP. Droppable.
 */
export interface Stroke {
id?: (number | null)
type: "stroke"
call: string
file: string
drawing: string
/**
 * @minItems 2
 * @maxItems 128
 */
xy: number[]
}
/**
 * How this side's link does in the call, every 5 s. Droppable.
 */
export interface Measured {
id?: (number | null)
type: "measured"
call: string
measurement: Measurement
}
/**
 * One look at a browser's link in a call; sent every 5 s, droppable. What the browser cannot tell is null.
 */
export interface Measurement {
rtt_ms?: (number | null)
out_kbps?: (number | null)
in_kbps?: (number | null)
/**
 * Of what came in.
 */
loss_pct?: (number | null)
fps?: (number | null)
/**
 * Of the voice heard: made up, because it did not come.
 */
concealed_pct?: (number | null)
jitter_ms?: (number | null)
/**
 * What the jitter buffer adds before it is heard.
 */
delay_ms?: (number | null)
/**
 * Of what was sent, as the other side reports it.
 */
out_loss_pct?: (number | null)
/**
 * Since the last look.
 */
freezes?: (number | null)
/**
 * What the browser believes its way up would carry.
 */
up_kbps?: (number | null)
/**
 * What this side is on.
 */
rung?: (Rung | null)
path?: (LinkPath | null)
/**
 * 1,000 bytes, both ways, since the last look that was sent.
 */
kbytes?: (number | null)
/**
 * To the server and back by the socket: tells whose own line is slow.
 */
server_ms?: (number | null)
}
/**
 * What happened to this side's media besides figures, for the call's black box. `value` is a code, never words.
 * 
 * `rung`, `path`, `forced` (a rung held by the switch): which one, empty when it is none any more. `cause`: why the
 * rung changed. `camera_fault`, `microphone_fault`: `blocked`, `missing`, `busy`, `insecure`, `failed`, empty when it
 * works again. `relay_only`: only the relay comes through from here; kept for this place for a day.
 */
export interface Incident {
id?: (number | null)
type: "incident"
call: string
kind: ("rung" | "cause" | "path" | "ice_restart" | "rebuilt" | "relay_only" | "camera_fault" | "microphone_fault" | "forced")
value?: string
}
/**
 * The answer to `hello`, before all else.
 */
export interface Welcome {
type: "welcome"
link: string
/**
 * Needed to resume; changes with every welcome.
 */
token: string
resumed: boolean
/**
 * The highest `s` sent so far on this link.
 */
last: number
heartbeat_ms: number
grace_ms: number
server_time: string
}
/**
 * Everything live for this person; replaces what the page held.
 */
export interface Snapshot {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "snapshot"
consults: ConsultSummary[]
rings: RingCard[]
}
/**
 * What lists, rings and live frames show. No name of the patient.
 */
export interface ConsultSummary {
id: string
code: string
version: number
/**
 * When the request itself last changed: below it a detail read is current.
 */
request_version: number
state: State
urgency: Urgency
specialty: Specialty
answer: Answer
case_type: CaseType
station: FacilityRef
hospital: FacilityRef
requester: PersonRef
specialist: (PersonRef | null)
patient_id: (string | null)
subject: Subject
reason: string
question: string
created_at: string
sent_at: (string | null)
accepted_at: (string | null)
/**
 * When the target for a first answer ends (`domain.md` 4.3).
 */
answer_due_at: (string | null)
returned_question: (string | null)
scheduled_at: (string | null)
concluded_at: (string | null)
closed_at: (string | null)
ladder: Ladder
call: (CallView | null)
alerts: VitalAlert[]
phones: Phone[]
sharing: Sharing
/**
 * The last word about each purpose; empty for who does not treat.
 */
consents: ConsentLine[]
/**
 * What hides the diagnosis from who does not treat.
 */
labels: Label[]
/**
 * True: it has a restricted label and the asker does not treat; no words are told.
 */
masked: boolean
/**
 * Rung for training; to be marked wherever it is shown.
 */
practice: boolean
/**
 * The taker's own hospital, where it is another than `hospital`.
 */
answering: (FacilityRef | null)
/**
 * The last time somebody asked another to take the case over.
 */
handover: (HandoverLine | null)
allergy: AllergyLine
/**
 * When the newest vital signs were taken.
 */
vitals_at: (string | null)
/**
 * They are older than 15 minutes while it waits: to be taken again.
 */
vitals_asked: boolean
/**
 * What speaks for `stat`: `question.<id>`, `vital.<item>`.
 */
red_flags: string[]
}
export interface FacilityRef {
id: string
/**
 * Full name, such as “Trạm Y tế xã Bình Lư”.
 */
name: string
/**
 * For lists, such as “Trạm Bình Lư”.
 */
short_name: string
kind: FacilityKind
}
export interface PersonRef {
id: string
/**
 * With title, such as “BS. Trần Sơn Demo”.
 */
name: string
profession: Profession
}
/**
 * Who it is about, without a name: this much may ring.
 */
export interface Subject {
sex: Sex
age_months: (number | null)
age_estimated: boolean
}
export interface Ladder {
round: number
/**
 * Of the ladder's version it was sent with; 0: the built-in one.
 */
number: number
steps: LadderStep[]
ended_at: (string | null)
restarts_at: (string | null)
}
/**
 * One step of the ladder. `waiting` steps come later; times are the server's plan if nobody answers.
 */
export interface LadderStep {
index: number
kind: StepKind
state: ("waiting" | "ringing" | "over" | "skipped")
people: RungPerson[]
started_at: (string | null)
deadline_at: (string | null)
skip_reason: (("empty" | "unreachable" | "in_call" | "already_asked" | "no_second_hospital") | null)
/**
 * Where it is another than the one that was asked.
 */
hospital: (FacilityRef | null)
/**
 * Steps with the same number ring together.
 */
group: number
with_previous: boolean
}
export interface RungPerson {
ring_id: string
person: PersonRef
state: RingState
why: Why
ended_at: (string | null)
note: (string | null)
/**
 * How far the ring came by each way it was sent.
 */
channels: RungChannel[]
}
export interface RungChannel {
channel: Channel
state: DeliveryState
}
export interface CallView {
id: string
number: number
state: CallState
opened_at: string
live_at: (string | null)
ended_at: (string | null)
participants: ParticipantView[]
/**
 * The last word of each side: is it the right patient?
 */
identity: IdentityLine[]
}
export interface ParticipantView {
person: PersonRef
facility: FacilityRef
side: ("station" | "hospital")
joined_at: string
left_at: (string | null)
linked: boolean
}
/**
 * What one end of a call compared. Which identifiers, never their values.
 */
export interface IdentityLine {
side: ("station" | "hospital")
person: PersonRef
at: string
identifiers: Identifier[]
matches: boolean
}
/**
 * A value outside its age's band; `low`/`high` are the band's edges.
 */
export interface VitalAlert {
item: string
level: Level
value: string
low: (string | null)
high: (string | null)
}
export interface Phone {
label: string
number: string
}
/**
 * The last word about one purpose, without a name.
 */
export interface ConsentLine {
purpose: Purpose
decision: ConsentDecision
ground: ConsentGround
at: string
}
/**
 * The last one of a case.
 */
export interface HandoverLine {
id: string
giver: PersonRef
to: PersonRef
state: HandoverState
offered_at: string
answered_at: (string | null)
/**
 * Null for who does not treat.
 */
words: (string | null)
/**
 * What the other said to it.
 */
answer_words: (string | null)
}
/**
 * What the patient cannot bear, here or of an earlier consult.
 */
export interface AllergyLine {
state: Allergy
text: string
said_at: (string | null)
}
/**
 * One open ring of the one who asks.
 */
export interface RingCard {
ring_id: string
consult: ConsultSummary
why: Why
step: number
started_at: string
deadline_at: string
/**
 * Routine cases wait in the lane without sound.
 */
silent: boolean
/**
 * The person is in a call now; a second stat case rings all the same.
 */
in_call: boolean
/**
 * Who is rung next, and when, if nobody takes it.
 */
after_me: StepAhead[]
}
export interface StepAhead {
kind: StepKind
/**
 * Where it is another than the one that was asked.
 */
hospital: (FacilityRef | null)
/**
 * If nobody takes it before; null once the case moved on.
 */
starts_at: (string | null)
}
/**
 * The answer to `ping`.
 */
export interface Pong {
type: "pong"
/**
 * The highest `s` sent: a browser that saw less has missed something and reconnects.
 */
last: number
server_time: string
}
/**
 * The server has not heard this page for a while: answer with `ack` at once, asleep in a hidden tab or not.
 */
export interface Knock {
type: "knock"
/**
 * As in `pong`.
 */
last: number
}
/**
 * The frame with this `id` was done. Not sent for frames without one.
 */
export interface Done {
type: "done"
ref: number
}
/**
 * A consult as it stands now. Sent to all who work with it.
 */
export interface ConsultNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "consult"
consult: ConsultSummary
}
/**
 * This person is being rung.
 */
export interface RingNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "ring"
ring: RingCard
}
/**
 * This person's ring ended. The tone stops at once; `taken_by` names who took it.
 */
export interface RingOver {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "ring_over"
ring_id: string
consult_id: string
outcome: ("accepted" | "declined" | "missed" | "superseded" | "cancelled")
taken_by: (PersonRef | null)
}
/**
 * Both sides are in the room with these generations. The impolite side makes the first offer.
 * 
 * The same two generations as before: nothing is negotiated anew, only what was under way is said again. So it comes
 * once more when a month's megabytes are used up while the call runs.
 */
export interface CallReady {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "call_ready"
call: string
polite: boolean
peer: PersonRef
peer_generation: number
generation: number
/**
 * Grows whenever who sits in the room, or with which connection, changes.
 */
epoch: number
ice_servers: IceServer[]
/**
 * Lately nothing but the relay came through from this place.
 */
relay_only: boolean
/**
 * What this place's link usually carries at this hour.
 */
first_rung: (Rung | null)
/**
 * Not above this rung: the month's megabytes are used up.
 */
ceiling: (Rung | null)
/**
 * The same of the other side's place: what comes there is paid for there, too.
 */
peer_ceiling: (Rung | null)
}
/**
 * One entry of a browser's `RTCConfiguration.iceServers`.
 */
export interface IceServer {
urls: string[]
username: string
credential: string
}
/**
 * Fresh relay credentials, before those of `call_ready` end: `setConfiguration`. Nothing is negotiated by it.
 */
export interface IceServersNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "ice_servers"
call: string
ice_servers: IceServer[]
}
/**
 * The other side's link dropped or it left the room. Media may still flow: nothing is torn down.
 */
export interface PeerGone {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "peer_gone"
call: string
peer: PersonRef
/**
 * True: left by choice; false: the link dropped, it may come back.
 */
left: boolean
/**
 * As in `call_ready`.
 */
epoch: number
}
/**
 * Another tab or device of the same person entered this call; this one is out of it.
 */
export interface Replaced {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "replaced"
call: string
/**
 * Of the seat that was lost: a page that joined again since, stays.
 */
generation: number
}
/**
 * The other side's `description`, with its generation and the one it is meant for.
 */
export interface PeerDescription {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "peer_description"
call: string
generation: number
to_generation: number
negotiation: number
kind: ("offer" | "answer")
sdp: string
}
/**
 * The other side's `candidates`.
 */
export interface PeerCandidates {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "peer_candidates"
call: string
generation: number
to_generation: number
candidates: IceCandidate1[]
}
export interface IceCandidate1 {
/**
 * Empty: no more candidates.
 */
candidate: string
sdp_mid: (string | null)
sdp_m_line_index: (number | null)
}
/**
 * The other side's `media`.
 */
export interface PeerMedia {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "peer_media"
call: string
camera: boolean
microphone: boolean
weak: boolean
rung: (Rung | null)
cause: (("chosen" | "data_cap" | "usual" | "uplink" | "downlink" | "delay" | "device" | "lost") | null)
hears: (("clear" | "broken" | "lost") | null)
wants_detail: boolean
}
/**
 * One field of the minutes as it stands now.
 */
export interface MinutesFieldNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "minutes_field"
consult: string
minutes: string
field: string
text: string
version: number
by: PersonRef
at: string
}
/**
 * Something else of the minutes changed (opinion, signature, conclusion): read them again.
 */
export interface MinutesNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "minutes"
consult: string
minutes: string
version: number
}
/**
 * A decision, referral, appointment or result of this consult changed: read it again.
 * 
 * The `id` of a `result` is the consult's.
 */
export interface RecordNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "record"
consult: string
kind: ("decision" | "referral" | "follow_up" | "result")
id: string
}
/**
 * “Vào ca trực” tries every channel: play the silent tone, then `POST /api/deliveries/{shift_id}/seen`.
 */
export interface RingTest {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "test_ring"
shift_id: string
}
/**
 * This person has a new notice: read the list.
 */
export interface NoticeNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "notice"
id: string
kind: string
unseen: number
}
/**
 * The other side's `writing`.
 */
export interface PeerWriting {
type: "peer_writing"
consult: string
field: (string | null)
by: PersonRef
}
/**
 * A picture of this consult as it stands now: asked for, on its way, kept or taken back.
 */
export interface FileNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "file"
file: FileView
}
export interface FileView {
id: string
consult_id: string
call_id: (string | null)
kind: FileKind
state: FileState
/**
 * Its place among the case's pictures, from 1, once it is kept.
 */
number: (number | null)
content_type: string
size: number
received: number
sha256: string
width: (number | null)
height: (number | null)
caption: string
made_by: PersonRef
/**
 * Taken by a phone that the station let in.
 */
by_phone: boolean
asked_by: (PersonRef | null)
taken_at: string
made_at: string
kept_at: (string | null)
/**
 * Pages, frames; 1 of a picture; 0: nothing of it can be drawn.
 */
pages: number
duration_ms: (number | null)
/**
 * Of a DICOM frame, in its own pixels; so are `rows`.
 */
columns: (number | null)
rows: (number | null)
/**
 * How far two of its own pixels lie apart, across and down, in thousandths of a millimetre.
 */
spacing_um: (number[] | null)
/**
 * These distances are those on the detector, not in the body.
 */
at_detector: boolean
}
/**
 * So many bytes of it came.
 */
export interface FileProgress {
type: "file_progress"
consult: string
file: string
received: number
size: number
}
/**
 * Somebody drew on a picture of this consult, or took a stroke back.
 */
export interface DrawingNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "drawing"
consult: string
drawing: DrawingView
}
export interface DrawingView {
id: string
file_id: string
by: PersonRef
at: string
shape: ((Shape | Words) | null)
erases: (string | null)
page: number
}
/**
 * A line through all its points; an arrow, or a distance measured, from its first point to its second.
 */
export interface Shape {
kind: ("line" | "arrow" | "measure")
/**
 * @minItems 2
 * @maxItems 1024
 */
xy: number[]
}
/**
 * One line of words that begins at a point.
 */
export interface Words {
kind: "text"
/**
 * @minItems 2
 * @maxItems 2
 */
xy: number[]
text: string
}
/**
 * The other side's `stroke`.
 */
export interface PeerStroke {
type: "peer_stroke"
file: string
drawing: string
xy: number[]
by: PersonRef
}
/**
 * A phone of this call was let in, came, offers its picture, or is out: read the list again.
 */
export interface SecondCameraNews {
/**
 * Its number on this link, from 1 without gaps; set when it is sent.
 */
s: number
type: "second_camera"
consult: string
call: string
camera: string
state: ("waiting" | "in" | "over")
}
/**
 * A frame was refused and changed nothing. `ref` is its `id`, if it had one.
 */
export interface ProblemFrame {
type: "problem"
ref: (number | null)
problem: FrameProblem
}
/**
 * As over HTTP (RFC 9457), without a status.
 */
export interface FrameProblem {
type: string
title: string
code: string
params: {
[k: string]: string | number
}
/**
 * Faults of the frame by JSON pointer.
 */
errors: FieldError[]
}
/**
 * One fault in what was sent. `params` are the limits that were broken, never the value.
 */
export interface FieldError {
pointer: string
code: string
message: string
params: {
[k: string]: number | string
}
}
/**
 * The server is about to stop: reconnect after a random part of `spread_ms`, whoever closes first. Calls go on.
 */
export interface Drain {
type: "drain"
spread_ms: number
}
