/** Consults as the server tells them; a test says only what matters to it. */
import type { Schema } from "@/wire/schema";

type Summary = Schema<"ConsultSummary">;

export const STATION = {
  id: "0190a000-0000-7000-8000-000000000001",
  name: "Trạm Y tế xã Bình Lư",
  short_name: "Trạm Bình Lư",
  kind: "station",
} as const;
export const HOSPITAL = {
  id: "0190a000-0000-7000-8000-000000000002",
  name: "Bệnh viện Đa khoa Tam Đường",
  short_name: "BVĐK Tam Đường",
  kind: "hospital",
} as const;
export const MAI = { id: "mai", name: "BS. Lò Mai Demo", profession: "doctor" } as const;
export const SON = { id: "son", name: "BS. Trần Sơn Demo", profession: "doctor" } as const;
export const HA = { id: "ha", name: "BS. Nguyễn Hà Demo", profession: "doctor" } as const;
export const SENT = "2026-11-22T03:00:00Z";

export function consultOf(part: Partial<Summary> = {}): Summary {
  return {
    id: "01a20100-0000-7000-8000-000000000001",
    code: "BL-0001",
    version: 1,
    request_version: 1,
    state: "waiting",
    urgency: "urgent",
    specialty: "internal",
    answer: "call",
    case_type: "other",
    station: STATION,
    hospital: HOSPITAL,
    requester: MAI,
    specialist: null,
    patient_id: null,
    subject: { sex: "male", age_months: 696, age_estimated: false },
    reason: "Đau ngực 40 phút",
    question: "Có dùng tiêu sợi huyết trước khi chuyển không?",
    created_at: SENT,
    sent_at: SENT,
    accepted_at: null,
    answer_due_at: "2026-11-22T04:00:00Z",
    returned_question: null,
    scheduled_at: null,
    concluded_at: null,
    closed_at: null,
    ladder: { round: 1, number: 0, steps: [], ended_at: null, restarts_at: null },
    call: null,
    alerts: [],
    phones: [],
    sharing: "given",
    consents: [{ purpose: "share", decision: "given", ground: "spoken", at: SENT }],
    labels: [],
    masked: false,
    practice: false,
    answering: null,
    handover: null,
    allergy: { state: "unasked", text: "", said_at: null },
    vitals_at: null,
    vitals_asked: false,
    red_flags: [],
    ...part,
  };
}

export function ringOf(consult: Summary = consultOf(), part: Partial<Schema<"RingCard">> = {}): Schema<"RingCard"> {
  return {
    ring_id: `ring of ${consult.id}`,
    consult,
    why: "shift",
    step: 0,
    started_at: SENT,
    deadline_at: "2026-11-22T03:02:00Z",
    silent: consult.urgency === "routine",
    in_call: false,
    after_me: [{ kind: "second", hospital: null, starts_at: "2026-11-22T03:02:00Z" }],
    ...part,
  };
}

export function detailOf(summary: Summary, part: Partial<Schema<"ConsultDetail">> = {}): Schema<"ConsultDetail"> {
  return {
    summary,
    request: {
      case_type: summary.case_type,
      subject: summary.subject,
      reason: summary.reason,
      question: summary.question,
      history: "",
      past_history: "",
      examination: "",
      working_diagnosis: "",
      treatment_given: "",
      onset_at: null,
      pregnant: null,
      allergy: "unasked",
      allergies: "",
      icd_code: "",
      template: null,
      answers: {},
    },
    vitals: [],
    consents: [],
    phone_notes: [],
    phone_advices: [],
    cancel_reason: null,
    lacking: [],
    without: "",
    lacked: [],
    icd_list: null,
    previous: [],
    ...part,
  };
}

/** A server that knows these answers; each is given the request and its JSON body. */
export type Answers = Record<string, (request: Request, body: unknown) => unknown>;

export function fetchOf(answers: Answers, asked: string[] = []) {
  return async (request: Request): Promise<Response> => {
    const what = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(what);
    const text = request.method === "GET" ? "" : await request.clone().text();
    const found = answers[what]?.(request, text === "" ? undefined : JSON.parse(text));
    if (found instanceof Response) return found;
    if (found === undefined) return Response.json({ code: "missing", title: "", status: 404 }, { status: 404 });
    return Response.json(found);
  };
}

/** One look at a link; what does not matter to the claim is unknown. */
export function linkPointOf(part: Partial<Schema<"LinkPoint">> = {}): Schema<"LinkPoint"> {
  return {
    at: SENT,
    side: "station",
    out_kbps: null,
    rtt_ms: null,
    loss_pct: null,
    in_kbps: null,
    up_kbps: null,
    out_loss_pct: null,
    concealed_pct: null,
    jitter_ms: null,
    delay_ms: null,
    fps: null,
    freezes: null,
    rung: null,
    path: null,
    kbytes: null,
    ...part,
  };
}

export function logRowOf(part: Partial<Schema<"LogRow">> = {}): Schema<"LogRow"> {
  return {
    masked: false,
    consult_id: consultOf().id,
    code: "BL-0001",
    sent_at: SENT,
    state: "closed",
    urgency: "stat",
    specialty: "internal",
    station: STATION,
    hospital: HOSPITAL,
    requester: MAI,
    patient_mask: "G.T.S.",
    subject: { sex: "female", age_months: 14, age_estimated: false },
    question: "Có cần chuyển ngay không?",
    on_duty: SON,
    rung: [{ person: SON, state: "accepted", why: "shift", tier: "first" }],
    answered_by: SON,
    wait_ms: 278_000,
    answer_due_ms: 600_000,
    call_ms: 1_684_000,
    outcomes: ["refer"],
    decision: "follow",
    referral_id: null,
    referral_number: null,
    referral_state: null,
    minutes_state: "signed",
    verdict: "normal",
    cause: null,
    cause_side: null,
    ...part,
  };
}
