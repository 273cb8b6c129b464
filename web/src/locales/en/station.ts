import type { Same } from "@/locales/vi";
import type * as source from "@/locales/vi/station";

export const caseType: Same<typeof source.caseType> = {
  child_fever: "Child: fever, cough, fast breathing",
  chronic: "Hypertension, diabetes",
  obstetric: "Pregnancy, labour",
  stroke: "Weakness, suspected stroke",
  chest_pain: "Chest pain",
  trauma: "Injury",
  poisoning: "Snake bite, poisoning",
  skin: "Skin lesion",
  dyspnoea: "Short of breath, blue",
  seizure: "Seizure, coma",
  shock: "Shock, anaphylaxis",
  newborn: "Newborn jaundice",
  tb: "Suspected tuberculosis",
  fever_cluster: "Several people with fever",
  other: "Something else",
};

export const vital: Same<typeof source.vital> = {
  pulse: "Pulse",
  temperature: "Temperature",
  systolic: "Systolic pressure",
  diastolic: "Diastolic pressure",
  pressure: "Blood pressure",
  respiration: "Breathing",
  spo2: "SpO₂",
  weight: "Weight",
  height: "Height",
  gcs: "Glasgow",
  glucose: "Blood sugar",
};

export const vitalUnit: Same<typeof source.vitalUnit> = {
  pulse: "/min",
  temperature: "°C",
  systolic: "mmHg",
  diastolic: "mmHg",
  pressure: "mmHg",
  respiration: "/min",
  spo2: "%",
  weight: "kg",
  height: "cm",
  gcs: "points",
  glucose: "mmol/L",
};

export const vitals: Same<typeof source.vitals> = {
  high: "High. Limits {band}",
  low: "Low. Limits {band}",
  dangerHigh: "High, dangerous. Limits {band}",
  dangerLow: "Low, dangerous. Limits {band}",
  bandFrom: "from {low}",
  bandTo: "up to {high}",
  onlyBetween: "Only {low}-{high}",
  notNumber: "Numbers only",
  mustBeAbove: "Systolic must be above diastolic",
  isIt: "Is it {value}?",
  use: "Use {value}",
  needed: "Needed in this case",
  oxygen: "On oxygen",
  airWord: "Room air",
  oxygenWord: "Oxygen",
  before: "At {time}: {value}",
  adultLimits: "adult limits",
  noAgeLimits: "no age yet, adult limits",
  childLimits: "child of {age}, limits by age",
  pregnantLimits: "pregnant, limits of pregnancy",
};

export const patient: Same<typeof source.patient> = {
  child: "{name}",
  oldMan: "{name}",
  oldWoman: "{name}",
  withAge: "{name}, {age}",
  about: "about {age}",
  underMonth: "under 1 month",
  noName: "name unknown",
  unknown: "Patient, name unknown",
  someone: "Patient",
  male: "Man",
  female: "Woman",
};

export const stepWho: Same<typeof source.stepWho> = {
  first: "On duty, {specialty}",
  second: "Second on duty, {specialty}",
  specialty: "Whole team, {specialty}",
  head: "Head of {specialty}",
  leader: "Hospital leader on duty",
};

export const skipReason: Same<typeof source.skipReason> = {
  empty: "Nobody at this hour",
  unreachable: "Device off, cannot ring",
  in_call: "In another consult",
  already_asked: "Rung in an earlier step",
  no_second_hospital: "The station has no second hospital",
};

export const declineReason: Same<typeof source.declineReason> = {
  busy: "busy",
  operating: "operating",
  absent: "not there",
  wrong_specialty: "wrong specialty",
  other: "declined",
};

export const why: Same<typeof source.why> = {
  shift: "on duty for {specialty}",
  on_call: "on the call list for {specialty}",
  head: "head of {specialty}",
  manual: "took it by themselves",
};

export const ladder: Same<typeof source.ladder> = {
  label: "Who is called",
  left: "{time} left",
  after: "in {time}",
  soon: "next",
  rangAt: "{hospital} · rung {time}",
  many: "{who}, {n} people",
  missed: "no answer",
  noneAnswered: "nobody answered",
  superseded: "someone else took it",
  stopped: "stopped",
  accepted: "answered {time}",
  gaveUp: "took it, then passed it on",
  skipped: "skipped",
  again: "Rings again from the start",
  againWhy: "Nobody took round {n}; it rings again by itself",
  nowCalling: "Calling {who}",
  nowNobody: "Nobody answered yet; it will ring again",
  nowAccepted: "{who} answered",
  lastSeconds: "10 seconds left, then the next step is called",
};

export const phone: Same<typeof source.phone> = {
  emergency: "Emergency duty",
  leader: "Leader on duty",
  direct: "Call",
};

export const consult: Same<typeof source.consult> = {
  practiceEnd: "End the practice",
  practiceText: "This is a practice case: doctors are really rung, there is no patient, nothing is counted.",
  code: "Case {code}",
  waited: "Waited",
  transferNow: "Transfer now",
  transferShort: "Transfer now",
  transferTitle: "Send the patient now?",
  transferText:
    "Ringing stops and an emergency transfer to {hospital} is recorded. What was entered stays for the referral.",
  transferDo: "Transfer to {hospital}",
  cancelReasonTitle: "Reason",
  nobody: "No doctor has answered yet",
  nobodyMinutes: "No doctor has answered for {n} minutes",
  nobodyText: "Treat by the station's protocol, do not wait for the machine.",
  nobodyAgain: "It rings again from the start at {time}.",
  phoneLogTitle: "Telephoned? Keep it for the record",
  phoneLogOpen: "Note advice given by telephone",
  phoneLogWho: "Spoke with",
  phoneLogNumber: "Number",
  phoneLogAdvice: "Advice",
  phoneLogHint: "What to do, which drug, go or stay",
  phoneLogSave: "Keep the advice",
  phoneLogSaved: "Advice kept at {time}; whoever opens the case sees it.",
  acceptedTitle: "{who} answered at {time}",
  acceptedAfter: "{who} answered after {time}",
  acceptedWhy: "Why this doctor: {why}, {hospital}.",
  enterRoom: "Enter the room",
  entering: "Entering the room.",
  transferredTitle: "Transferred to {hospital}",
  transferredText: "The station's decision is still to be recorded. Keep the phone on, the hospital may call back.",
  recordDecision: "Record the decision",
  cancelledTitle: "This request was withdrawn",
  expiredTitle: "This request has expired",
  closedTitle: "This case is finished",
  seeMinutes: "See the minutes",
  toHome: "Home",
  conflictTitle: "Someone else just changed “{field}”",
  conflictTheirs: "It now says: {text}",
  keepMine: "Use what was typed here",
  takeTheirs: "Take the other text",
  changesUnsent: "What was typed is not sent yet; it is kept and goes when the line is back.",
  offlineTitle: "No network since {time}, ringing goes on",
  offlineText: "Below is the news of {time}. It updates by itself, nothing to do.",
  nurseTitle: "Signed in as a nurse",
  nurseText: "Particulars and vital signs can be entered. A doctor or assistant must send the request.",
  field_name: "Name",
  field_reason: "One line for the doctor",
  field_history: "History",
  field_examination: "Examination",
  field_treatment_given: "Treatment given",
  field_past_history: "Past history, allergies",
  field_working_diagnosis: "Working diagnosis",
  field_question: "Question",
};

export const precall: Same<typeof source.precall> = {
  title: "Before entering",
  own: "The station's picture",
  open: "Switch on camera and microphone",
  openText: "To try picture and sound beforehand. Optional.",
  mic: "Microphone level",
  heard: "Heard well",
  quiet: "Say a sentence",
  silent: "Nothing heard",
  silentText: "No sound for 6 seconds. Speak up, check the cable. You can still enter and listen.",
  noCamera: "No picture",
  pictureReady: "The picture comes on when a doctor answers",
  cameraBlocked: "The browser blocks camera or microphone",
  blockedText: "Press the lock beside the address, choose Allow, then Try again.",
  cameraMissing: "No camera found. The consult works by voice.",
  microphoneMissing: "No microphone found. Plug in a headset, then Try again.",
  deviceBusy: "Another program holds camera or microphone. Close it, then Try again.",
  insecure: "This address cannot open the camera. Ask the administrator for the https address.",
  failed: "Camera and microphone could not be opened. Try again.",
};

export const tier: Same<typeof source.tier> = {
  first: "first call",
  second: "second call",
  head: "head of department",
  leader: "leader on duty",
};
