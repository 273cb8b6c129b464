import type { Same } from "@/locales/vi";
import type { right as rights, roles as source, sees as seen } from "@/locales/vi/roles";

export const roles: Same<typeof source> = {
  heading: "Roles and rights",
  lead: "The very table by which the server allows or refuses. Rights are held per facility and by date.",
  groupStation: "At the station",
  groupHospital: "At the hospital",
  groupOther: "Administration, oversight",
  sees: "Sees",
  may: "May",
  at: "Held at",
  needs: "Needs",
  needsSpecialty: "one specialty",
  needsDoctor: "to be a doctor",
  needsClinical: "a licensed profession",
  nothing: "Nothing more",
  clinical: "Knows who the patient is",
  note: "Three things nobody changes here",
  note1: "Nobody gives themself a role, administrators included.",
  note2: "Administrators give roles only where they administer, never wider than their own.",
  note3: "A role that was given is never deleted, only ended on a date.",
};

export const sees: Same<typeof seen> = {
  nothing: "no case",
  station_open: "the station's cases until they are closed",
  station: "all cases of the station",
  department_open: "open cases of the specialty, and those they answered",
  department: "all cases of the specialty",
  queue: "the queue with clinical summaries, no names, no conclusions",
  hospital: "all cases of the hospital and signed papers, no names",
};

export const right: Same<typeof rights> = {
  prepare: "enter patients, vital signs, photographs",
  request: "send, withdraw, raise requests",
  answer: "take a case, ask for more, pass it on",
  join: "join the consult's room",
  decide: "write minutes for the station, decide, draft referrals",
  sign: "sign for the station",
  print: "print papers with the patient's name",
  see_identity: "know who the patient is",
  break_glass: "open a case in an emergency, with a reason that is reviewed",
  state_purpose: "open a case for a stated purpose that is reviewed",
  read_log: "read the consult log",
  export_log: "download the consult log",
  see_totals: "see totals",
  manage_people: "keep accounts, give roles",
  read_audit: "see who read or did what",
  review_access: "review opened records",
  file_data_request: "take down a patient's request about their data",
  answer_data_request: "answer a patient's request about their data",
  approve_erasure: "approve an erasure",
  see_roster: "see rosters, coverage, rotations, ring ladders",
  plan_roster: "plan and publish rosters, keep leave, judge swaps",
  plan_rotation: "post doctors to stations",
  set_ladder: "set the ring ladder: who is rung first, for how long",
};
