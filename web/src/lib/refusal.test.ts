import { expect, test } from "vitest";

import { Problem } from "./problem";
import { refusalOf } from "./refusal";

const refused = (code: string, params: Record<string, string | number> = {}, status = 401) =>
  refusalOf(new Problem({ code, status, params }), 1_000);

test("a wrong password is one, and a dead line is left to the sentence for dead lines", () => {
  expect(refused("sign_in_refused")).toEqual({ kind: "wrong" });
  expect(refusalOf(new Problem({ code: "network" })).kind).toBe("other");
});

test("every limit names the moment from which tries count again", () => {
  expect(refused("too_many_sign_ins", { retry_after_ms: 30_000 }, 429)).toEqual({ kind: "too-many", until: 31_000 });
  expect(refused("too_many_requests", {}, 429)).toEqual({ kind: "too-many", until: 61_000 });
});

test("a wrong PIN says how many tries are left, a locked one asks for the password", () => {
  expect(refused("pin_refused", { left: 3 })).toEqual({ kind: "pin", left: 3 });
  expect(refused("pin_locked")).toEqual({ kind: "pin-locked" });
});

test("a second step names its methods, and whether its code was wrong", () => {
  expect(refused("second_factor_needed", { methods: "totp,recovery" })).toEqual({
    kind: "second",
    methods: ["totp", "recovery"],
    again: false,
  });
  expect(refused("second_factor_refused")).toEqual({ kind: "second", methods: ["totp"], again: true });
});
