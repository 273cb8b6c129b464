/** Carries the form over the change of address that comes with the call: the page is made anew, the typing goes on. */
import type { EmergencyStart } from "@/lib/emergency-start";

const starts = new Map<string, EmergencyStart>();

export const handOver = (start: EmergencyStart): void => void starts.set(start.id, start);
export const handedOver = (id: string): EmergencyStart | null => starts.get(id) ?? null;
export const forgetHandedOver = (id: string): void => void starts.delete(id);
