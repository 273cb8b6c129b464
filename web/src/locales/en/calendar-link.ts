import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/calendar-link";

export const calendarLink: Same<typeof vi.calendarLink> = {
  made: "The calendar link is ready",
  address: "iCal address",
  copy: "Copy",
  copied: "Address copied",
  once: "It is shown this once. Paste it into your calendar under “add calendar from URL”. Whoever has it sees the calendar, so give it to nobody.",
  since: "Link made on {day}",
  used: "Last read by a calendar {when}",
  unused: "Not read by a calendar yet",
  revoke: "Revoke",
  revokeSure: "Revoke, the calendar stops updating",
  make: "Make an iCal link",
  makeAnother: "Make another link",
};
