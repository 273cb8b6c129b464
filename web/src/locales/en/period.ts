import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/period";

export const period: Same<typeof vi.period> = {
  label: "Period",
  span_all: "All",
  span_today: "Today",
  span_week: "Last 7 days",
  span_month: "Last 30 days",
  span_own: "Choose days",
  from: "From",
  to: "To and including",
  dayForm: "20/08/2026",
  noDay: "Write 20/08/2026",
  any: "All",
};
