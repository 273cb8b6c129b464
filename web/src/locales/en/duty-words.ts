import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/duty-words";

export const weekday: Same<typeof vi.weekday> = {
  d1: "Monday",
  d2: "Tuesday",
  d3: "Wednesday",
  d4: "Thursday",
  d5: "Friday",
  d6: "Saturday",
  d7: "Sunday",
};

export const weekdayShort: Same<typeof vi.weekdayShort> = {
  d1: "Mo",
  d2: "Tu",
  d3: "We",
  d4: "Th",
  d5: "Fr",
  d6: "Sa",
  d7: "Su",
};

export const dutyTier: Same<typeof vi.dutyTier> = {
  first: "first call (tier 1)",
  second: "second call (tier 2)",
  head: "head (tier 3)",
  leader: "duty leader",
};

export const dutyCode: Same<typeof vi.dutyCode> = { N: "Day", Đ: "Night", "24": "24 hours" };
