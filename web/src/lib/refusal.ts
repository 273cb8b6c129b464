/** What a refused way in means for the form that asked. */
import { serverNow } from "./clock";
import { asProblem } from "./problem";

export type Method = "totp" | "passkey" | "recovery";

export type Refusal =
  | { readonly kind: "wrong" }
  /** No try counts before `until` (this clock's milliseconds). */
  | { readonly kind: "too-many"; readonly until: number }
  | { readonly kind: "pin"; readonly left: number }
  /** Only this person's password opens now. */
  | { readonly kind: "pin-locked" }
  /** The password was right. `again`: the code was not. */
  | { readonly kind: "second"; readonly methods: readonly Method[]; readonly again: boolean }
  | { readonly kind: "other"; readonly thrown: unknown };

const WAIT_MS = 60_000;
const METHODS: readonly Method[] = ["totp", "passkey", "recovery"];

export function refusalOf(thrown: unknown, now: number = serverNow()): Refusal {
  const { code, status, params } = asProblem(thrown);
  const wait = params["retry_after_ms"];
  const left = params["left"];
  const methods = String(params["methods"] ?? "totp").split(",");
  switch (code) {
    case "sign_in_refused":
    case "wrong_password":
      return { kind: "wrong" };
    case "pin_refused":
      return { kind: "pin", left: typeof left === "number" ? left : 0 };
    case "pin_locked":
      return { kind: "pin-locked" };
    case "second_factor_needed":
    case "second_factor_refused":
      return {
        kind: "second",
        methods: METHODS.filter((method) => methods.includes(method)),
        again: code === "second_factor_refused",
      };
    default:
      return status === 429
        ? { kind: "too-many", until: now + (typeof wait === "number" ? wait : WAIT_MS) }
        : { kind: "other", thrown };
  }
}
