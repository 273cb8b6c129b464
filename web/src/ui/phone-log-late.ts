/** The form for what was said by telephone, fetched once the page stands: few ever need it. */
import { later } from "./later";

export const { Part: PhoneLog } = later(async () => (await import("./phone-log")).PhoneLog, "quiet");
