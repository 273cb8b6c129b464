/** What a key means in the matrix. By the key's place, because Vietnamese typing changes letters. Pure. */
import type { Code, Tier } from "./roster-state";

export type KeyAct =
  | { readonly kind: "code"; readonly code: Code["code"] }
  | { readonly kind: "tier"; readonly tier: Tier }
  | { readonly kind: "leave" | "clear" | "undo" | "open" | "help" };

export interface Key {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const DIGITS: Readonly<Record<string, Tier>> = {
  Digit1: "first",
  Digit2: "second",
  Digit3: "head",
  Numpad1: "first",
  Numpad2: "second",
  Numpad3: "head",
};

/** `fresh`: hours were just put here, so the next digit is their tier; at any other time 2 stands for 24 hours. */
export function keyAct(key: Key, fresh: boolean): KeyAct | null {
  if (key.altKey) return null;
  if (key.ctrlKey || key.metaKey) return key.code === "KeyZ" && !key.shiftKey ? { kind: "undo" } : null;
  if (key.key === "?") return { kind: "help" };
  const tier = DIGITS[key.code];
  if (tier !== undefined) {
    if (tier === "second" && !fresh && !key.shiftKey) return { kind: "code", code: "24" };
    return { kind: "tier", tier };
  }
  switch (key.code) {
    case "KeyN":
      return { kind: "code", code: "N" };
    case "KeyD":
      return { kind: "code", code: "Đ" };
    case "KeyP":
      return { kind: "leave" };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    case "Enter":
    case "NumpadEnter":
    case "Space":
      return { kind: "open" };
    default:
      return null;
  }
}
