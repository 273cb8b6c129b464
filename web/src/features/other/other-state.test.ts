import { expect, it } from "vitest";

import { rolesWithout } from "./other-state";

it("names each role without a screen once, and none that has one", () => {
  expect(rolesWithout([{ role: "province_viewer" }, { role: "coordinator" }, { role: "coordinator" }])).toEqual([
    "coordinator",
  ]);
  expect(rolesWithout([{ role: "specialist" }])).toEqual([]);
});
