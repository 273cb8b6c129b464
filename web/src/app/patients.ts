/** Fetches the pages of a station's patients with their words. */
import "@/lib/patient-words";

import { withWords } from "@/lib/i18n";

export const fetchPatients = () => withWords(["consult", "patients"], import("@/features/patients/screen"));
export const fetchPatient = () => withWords(["consult", "patients"], import("@/features/patients/patient"));
