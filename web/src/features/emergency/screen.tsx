/** An emergency: one screen and one tap to ring; the form stays while it rings. */
import { LiveEmergency } from "./live";
import { StartEmergency } from "./start";

import type { ConsultId } from "@/wire/ids";

import "./emergency.css";

export default function EmergencyScreen({ id }: { id: ConsultId | null }) {
  return id === null ? <StartEmergency /> : <LiveEmergency id={id} />;
}
