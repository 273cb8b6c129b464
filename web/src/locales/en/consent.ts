import type { consent as consentOf, label as labelOf } from "@/locales/vi/consent";
import type { Same } from "@/locales/vi";

export const consent: Same<typeof consentOf> = {
  title: "The patient's consent",
  spoken: "The patient agreed by word of mouth, recorded at {at}",
  signed: "Agreed by signature or thumb print, recorded at {at}",
  relative: "The representative agreed, recorded at {at}",
  emergency: "Emergency: consult first, ask for consent after",
  refused: "Does not agree to send the record, recorded at {at}",
  withdrawn: "Consent withdrawn at {at}: the hospital no longer opens the patient's name",
  unasked: "Not asked for consent yet",
  no_video: "Does not agree to the camera: voice only",
  no_photo: "Does not agree to photographs",
  no_recording: "Does not agree to recording the call",
  cameraOff:
    "The patient does not agree to the camera, so it begins switched off. If they agree again, record it, then turn it on.",
  labels: "Specially protected record: {list}",
  masked: "Specially protected record: only those who treat see what it says",
  protect: "Protect",
  record: "Record consent",
  withdraw: "Withdraw consent",
};

export const label: Same<typeof labelOf> = {
  hiv: "HIV",
  tb: "Tuberculosis",
  mental_health: "Mental health",
  sexual_violence: "Sexual violence",
};
