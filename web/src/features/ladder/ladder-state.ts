/** A ladder while it is edited: its steps, waits as people write them, what is wrong, how it differs from the one in force. */
import type { Schema } from "@/wire/schema";

export type Urgency = Schema<"Urgency">;
export type Kind = Schema<"StepKind">;
export type Plan = Schema<"Plan">;
export type PlanList = Schema<"PlanList">;
export type PlanStep = Schema<"PlanStep">;
export type Specialty = Schema<"Specialty">;

export const URGENCIES = ["stat", "urgent", "routine"] as const satisfies readonly Urgency[];
export const KINDS = ["first", "second", "specialty", "head", "leader"] as const satisfies readonly Kind[];
export const SHORTEST_S = 30;
export const LONGEST_S = 24 * 3600;
export const MOST_STEPS = 12;

export interface EditStep {
  /** Of this page only: rows keep their place when they move. */
  readonly key: number;
  readonly kind: Kind;
  readonly place: PlanStep["place"];
  readonly waits: Readonly<Record<Urgency, string>>;
  readonly together: readonly Urgency[];
  /** Not in the ladder in force. */
  readonly fresh: boolean;
}

export interface Edit {
  readonly steps: readonly EditStep[];
  readonly skipInCall: boolean;
  readonly nextKey: number;
}

export type EditAct =
  | { readonly do: "move"; readonly key: number; readonly by: -1 | 1 }
  | { readonly do: "remove"; readonly key: number }
  | { readonly do: "add"; readonly kind: Kind; readonly place: PlanStep["place"] }
  | { readonly do: "wait"; readonly key: number; readonly urgency: Urgency; readonly text: string }
  | { readonly do: "together"; readonly key: number; readonly urgency: Urgency; readonly on: boolean }
  | { readonly do: "skipInCall"; readonly on: boolean }
  | { readonly do: "start"; readonly from: Plan };

/** `units`: the words of the catalogue, so that what is shown can be read back. */
export interface Units {
  readonly seconds: string;
  readonly minutes: string;
  readonly hours: string;
  readonly none: string;
}

export function waitText(seconds: number | null, units: Units): string {
  if (seconds === null) return units.none;
  if (seconds % 3600 === 0) return `${seconds / 3600} ${units.hours}`;
  if (seconds % 60 === 0) return `${seconds / 60} ${units.minutes}`;
  return `${seconds} ${units.seconds}`;
}

/** Seconds; null: the step is not there for this urgency; undefined: it cannot be read. A bare number is minutes. */
export function readWait(text: string, units: Units): number | null | undefined {
  const said = text.trim().toLowerCase();
  if (said === "" || said === "-" || said === units.none.toLowerCase()) return null;
  const found = /^(\d+)(?:[.,](\d))?\s*(\p{L}*)\.?$/u.exec(said);
  if (found === null) return undefined;
  const value = Number(`${found[1] ?? ""}.${found[2] ?? "0"}`);
  const unit = unitOf(found[3] ?? "", units);
  return unit === undefined ? undefined : Math.round(value * unit);
}

function unitOf(word: string, units: Units): number | undefined {
  const is = (name: string) => word !== "" && name.toLowerCase().startsWith(word);
  if (word === "" || is(units.minutes) || word === "ph") return 60;
  if (is(units.seconds) || word === "s") return 1;
  if (is(units.hours) || word === "h") return 3600;
  return undefined;
}

export function editOf(plan: Plan, units: Units): Edit {
  const steps = plan.steps.map((step, at) => ({
    key: at + 1,
    kind: step.kind,
    place: step.place,
    waits: {
      stat: waitText(step.wait_s.stat, units),
      urgent: waitText(step.wait_s.urgent, units),
      routine: waitText(step.wait_s.routine, units),
    },
    together: step.with_previous,
    fresh: false,
  }));
  return { steps, skipInCall: plan.options.skip_in_call, nextKey: steps.length + 1 };
}

export const editing =
  (units: Units) =>
  (edit: Edit, act: EditAct): Edit => {
    switch (act.do) {
      case "start":
        return editOf(act.from, units);
      case "skipInCall":
        return { ...edit, skipInCall: act.on };
      case "move":
        return { ...edit, steps: moved(edit.steps, act.key, act.by) };
      case "remove":
        return { ...edit, steps: edit.steps.filter((step, at) => step.key !== act.key || isFixed(edit.steps, at)) };
      case "wait":
        return changed(edit, act.key, (step) => ({ ...step, waits: { ...step.waits, [act.urgency]: act.text } }));
      case "together":
        return changed(edit, act.key, (step) => ({
          ...step,
          together: act.on ? [...step.together, act.urgency] : step.together.filter((one) => one !== act.urgency),
        }));
      case "add": {
        const usual = edit.steps[0]?.waits ?? { stat: units.none, urgent: units.none, routine: units.none };
        const step = { key: edit.nextKey, kind: act.kind, place: act.place, waits: usual, together: [], fresh: true };
        const before = edit.steps.slice(0, -1);
        return { ...edit, steps: [...before, step, ...edit.steps.slice(-1)], nextKey: edit.nextKey + 1 };
      }
    }
  };

/** The duty leader at the end cannot be removed, and nothing comes after. */
export const isFixed = (steps: readonly EditStep[], at: number): boolean => at === steps.length - 1;

function moved(steps: readonly EditStep[], key: number, by: -1 | 1): readonly EditStep[] {
  const at = steps.findIndex((step) => step.key === key);
  const to = at + by;
  const one = steps[at];
  const other = steps[to];
  if (one === undefined || other === undefined || isFixed(steps, at) || isFixed(steps, to)) return steps;
  return steps.map((step, n) => (n === at ? other : n === to ? one : step));
}

const changed = (edit: Edit, key: number, change: (step: EditStep) => EditStep): Edit => ({
  ...edit,
  steps: edit.steps.map((step) => (step.key === key ? change(step) : step)),
});

export interface Fault {
  readonly step: number;
  readonly urgency: Urgency;
  readonly text: string;
  readonly what: "unreadable" | "short" | "long" | "leader";
}

export function faultsOf(edit: Edit, units: Units): readonly Fault[] {
  return edit.steps.flatMap((step, at) =>
    URGENCIES.flatMap((urgency): readonly Fault[] => {
      const text = step.waits[urgency];
      const seconds = readWait(text, units);
      const fault = (what: Fault["what"]) => [{ step: at + 1, urgency, text, what }];
      if (seconds === undefined) return fault("unreadable");
      if (seconds === null) return isFixed(edit.steps, at) ? fault("leader") : [];
      if (seconds < SHORTEST_S) return fault("short");
      return seconds > LONGEST_S ? fault("long") : [];
    }),
  );
}

/** What would be sent; null while something is wrong. */
export function planOf(edit: Edit, units: Units): Schema<"DraftPlan"> | null {
  if (faultsOf(edit, units).length > 0) return null;
  return {
    steps: edit.steps.map((step, at) => ({
      kind: step.kind,
      place: step.place,
      wait_s: {
        stat: readWait(step.waits.stat, units) ?? null,
        urgent: readWait(step.waits.urgent, units) ?? null,
        routine: readWait(step.waits.routine, units) ?? null,
      },
      with_previous: at === 0 ? [] : [...step.together],
    })),
    options: { skip_in_call: edit.skipInCall },
  };
}

/** Whether it says something else than the ladder in force. */
export function isChanged(edit: Edit, plan: Plan, units: Units): boolean {
  const next = planOf(edit, units);
  if (next === null) return true;
  const now = planOf(editOf(plan, units), units);
  const orderless = (said: Schema<"DraftPlan"> | null) =>
    JSON.stringify(said, (_, value: unknown) =>
      Array.isArray(value) && value.every((one) => typeof one === "string") ? [...value].sort() : value,
    );
  return orderless(next) !== orderless(now);
}

/** The plan that rings a specialty's cases: its own, else the hospital's, else the built-in one. */
export function planFor(list: PlanList, specialty: Specialty | null): { plan: Plan; own: boolean } {
  const own = list.plans.find((plan) => plan.specialty === specialty);
  if (own !== undefined) return { plan: own, own: true };
  return { plan: list.plans.find((plan) => plan.specialty === null) ?? list.built_in, own: false };
}

export type DryRing = Schema<"DryRing">;

/** Who is rung first, if anybody, and when the last step begins. */
export function answerOf(run: Schema<"DryRun">): { first: DryRing | null; last: DryRing | null; skipped: number } {
  const rung = run.rings.filter((ring) => ring.people.length > 0);
  const first = rung[0] ?? null;
  const before = first === null ? run.rings : run.rings.slice(0, run.rings.indexOf(first));
  return { first, last: rung.at(-1) ?? null, skipped: before.filter((ring) => ring.skip_reason !== null).length };
}

/** What a draft changes, by step: when each kind of person is reached now and then. */
export function differences(
  now: Schema<"DryRun">,
  next: Schema<"DryRun">,
): readonly { readonly ring: DryRing; readonly before: number | null }[] {
  const key = (ring: DryRing) => `${ring.kind}/${ring.hospital?.id ?? ""}`;
  const before = new Map(now.rings.filter((ring) => ring.people.length > 0).map((ring) => [key(ring), ring.at_ms]));
  return next.rings
    .filter((ring) => ring.people.length > 0 && before.get(key(ring)) !== ring.at_ms)
    .map((ring) => ({ ring, before: before.get(key(ring)) ?? null }));
}

/** `02:00` on a local day as an instant; null while it is no time. Vietnam has no summer time. */
export function momentOf(day: string, time: string): string | null {
  const found = /^([01]?\d|2[0-3])[:hg.]?([0-5]\d)?$/.exec(time.trim());
  if (found === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const hour = (found[1] ?? "").padStart(2, "0");
  return `${day}T${hour}:${found[2] ?? "00"}:00+07:00`;
}
