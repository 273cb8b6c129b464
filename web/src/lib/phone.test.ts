import { expect, it } from "vitest";

import { phoneText } from "./phone";

it("groups landlines and mobiles of Vietnam and leaves other numbers as they are", () => {
  expect(["02130000001", "0912345678", "115", "+84 213 0000001"].map(phoneText)).toEqual([
    "0213\u00A00000\u00A0001",
    "0912\u00A0345\u00A0678",
    "115",
    "+84 213 0000001",
  ]);
});
