import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/duty";

export const dutyNav: Same<typeof vi.dutyNav> = {
  mine: "My shifts",
  roster: "Roster",
  coverage: "Coverage",
  groupLower: "Stations",
  rotations: "Rotations",
  advice: "Phone advice",
  links: "Lines",
  ladder: "Ring ladder",
  more: "More",
  arrivals: "Arrivals",
};

export const titleDuty: Same<typeof vi.titleDuty> = {
  mine: "My shifts",
  roster: "Consult roster",
  coverage: "Coverage",
  rotations: "Rotations",
  advice: "Advice by telephone",
  links: "Lines",
  ladder: "Ring ladder",
  arrivals: "Arrivals",
};
