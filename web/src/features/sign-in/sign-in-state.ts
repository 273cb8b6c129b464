/** What stands on the sign-in page, and how demo accounts are grouped. Pure. */
import type { Method } from "@/lib/refusal";
import type { Device, DevicePerson } from "@/lib/session-api";
import type { Schema } from "@/wire/schema";

export type Step =
  /** Who uses this machine is asked of the server. */
  | { readonly kind: "asking" }
  | { readonly kind: "people"; readonly picked: DevicePerson | null }
  /** `of`: chosen among those who share this machine, or whoever types a name. */
  | { readonly kind: "password"; readonly of: DevicePerson | null; readonly why: "pin-locked" | "no-pin" | null }
  | { readonly kind: "second"; readonly methods: readonly Method[]; readonly of: DevicePerson | null };

export type StepEvent =
  /** `offer`: begin with whoever used it last. */
  | { readonly kind: "device"; readonly device: Device | null; readonly offer: boolean }
  | { readonly kind: "pick"; readonly person: DevicePerson }
  | { readonly kind: "other" }
  | { readonly kind: "forgot" }
  | { readonly kind: "pin-locked" }
  | { readonly kind: "second"; readonly methods: readonly Method[] }
  | { readonly kind: "back"; readonly people: readonly DevicePerson[] };

/** On a machine nobody has called shared the form is there at once. */
export const firstStep = (shared: boolean): Step =>
  shared ? { kind: "asking" } : { kind: "password", of: null, why: null };

export const peopleOf = (device: Device | null): readonly DevicePerson[] =>
  device?.shared === true ? device.people : [];

export function reduceStep(step: Step, event: StepEvent): Step {
  switch (event.kind) {
    case "device": {
      // Whoever types already is not interrupted.
      if (step.kind !== "asking") return step;
      const [last] = peopleOf(event.device);
      if (last === undefined) return { kind: "password", of: null, why: null };
      return { kind: "people", picked: event.offer && last.pin ? last : null };
    }
    case "pick":
      // Without a PIN only the password is left.
      if (event.person.pin) return { kind: "people", picked: event.person };
      return { kind: "password", of: event.person, why: "no-pin" };
    case "other":
      return { kind: "password", of: null, why: null };
    case "forgot":
      return step.kind === "people" ? { kind: "password", of: step.picked, why: null } : step;
    case "pin-locked":
      return step.kind === "people" ? { kind: "password", of: step.picked, why: "pin-locked" } : step;
    case "second":
      return { kind: "second", methods: event.methods, of: step.kind === "password" ? step.of : null };
    case "back":
      if (step.kind === "second") return { kind: "password", of: step.of, why: null };
      return event.people.length > 0 ? { kind: "people", picked: null } : step;
  }
}

export type Account = Schema<"DemoAccount">;
export type Group = "station" | "hospital" | "manage";

const HOSPITAL: ReadonlySet<string> = new Set(["specialist", "dept_head"]);

export function groupOf(role: Account["role"]): Group {
  if (role.startsWith("station_")) return "station";
  return HOSPITAL.has(role) ? "hospital" : "manage";
}

/** In the server's order, by group; groups without anyone are left out. */
export function grouped(accounts: readonly Account[]): readonly (readonly [Group, readonly Account[]])[] {
  return (["station", "hospital", "manage"] as const)
    .map((group) => [group, accounts.filter((account) => groupOf(account.role) === group)] as const)
    .filter(([, found]) => found.length > 0);
}

/** Why signing in elsewhere failed, told in the fragment on the way back; taken out of the address at once. */
export function takeRefusal(): string | null {
  const code = /^#problem=([a-z_.]+)$/.exec(location.hash)?.[1] ?? null;
  if (code !== null) history.replaceState(null, "", location.pathname);
  return code;
}
