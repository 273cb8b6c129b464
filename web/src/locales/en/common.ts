import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/common";

export const common: Same<typeof vi.common> = {
  practice: "Practice",
  appName: "Telemed",
  cancel: "Cancel",
  back: "Back",
  close: "Close",
  retry: "Try again",
  reload: "Reload the page",
  loading: "Loading",
  savedHere: "Saved on this device {time}",
  savedBoth: "Saved at both ends {time}",
  requestNumber: "Reference: {id}",
  skipToMain: "Skip to content",
  print: "Print",
  progress: "Time left for this ring",
  notFoundTitle: "No such page",
  notFoundText: "The address is wrong, or the page is gone.",
  goHome: "Go to the start page",
  crashedTitle: "This screen stopped",
  crashedText: "What was typed is kept on this device. Reload to go on.",
  staleTitle: "A new version is here",
  staleText: "Reload to use it. What was typed is kept on this device.",
  unreachableTitle: "Cannot reach the server yet",
  unreachableText: "Trying again by itself. In an emergency, telephone now.",
};

export const time: Same<typeof vi.time> = {
  hoursMinutes: "{h} h {m}",
  seconds: "{n} s",
  minutesSeconds: "{m} min {s} s",
  minutes: "{n} min",
  hours: "{n} h",
  days: "{n} days",
  ageDays: "{n} days old",
  ageMonths: "{n} months",
  ageYears: "{n} years",
};

export const urgency: Same<typeof vi.urgency> = { stat: "Emergency", urgent: "Urgent", routine: "Routine" };

export const specialty: Same<typeof vi.specialty> = {
  emergency: "Emergency and intensive care",
  internal: "Internal medicine",
  surgery: "Surgery",
  obstetrics: "Obstetrics",
  paediatrics: "Paediatrics",
  dermatology: "Dermatology",
};

export const consultState: Same<typeof vi.consultState> = {
  draft: "Draft",
  waiting: "Ringing",
  accepted: "Accepted",
  returned: "More asked for",
  scheduled: "Scheduled",
  concluded: "Concluded",
  closed: "Closed",
  transferred: "Transferred",
  cancelled: "Withdrawn",
  expired: "Expired",
};

export const sex: Same<typeof vi.sex> = { male: "male", female: "female", unknown: "sex unknown" };

export const profession: Same<typeof vi.profession> = {
  doctor: "Doctor",
  assistant: "Assistant doctor",
  nurse: "Nurse",
  midwife: "Midwife",
  officer: "Officer",
};

export const role: Same<typeof vi.role> = {
  station_doctor: "Station doctor",
  station_assistant: "Station assistant doctor",
  station_nurse: "Station nurse",
  station_head: "Head of station",
  specialist: "Specialist",
  dept_head: "Head of department",
  coordinator: "Coordinator",
  hospital_manager: "Hospital manager",
  hospital_admin: "Administrator",
  province_viewer: "Department of Health",
  commune_viewer: "Commune authority",
  privacy_officer: "Privacy officer",
  interpreter: "Interpreter",
};
