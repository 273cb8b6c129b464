import { describe, expect, it } from "vitest";

import { firstStep, grouped, reduceStep, takeRefusal, type Step } from "./sign-in-state";

import type { Device, DevicePerson } from "@/lib/session-api";

const person = (id: string, pin = true): DevicePerson => ({
  id,
  name: id,
  profession: "doctor",
  used_at: "2026-11-22T03:00:00Z",
  pin,
  pin_left: pin ? 5 : 0,
});
const device = (...people: DevicePerson[]): Device => ({ known: true, shared: true, people });
const FORM: Step = { kind: "password", of: null, why: null };

describe("the first page", () => {
  it("is the form at once where nobody called the machine shared", () => {
    expect(firstStep(false)).toEqual(FORM);
  });

  it("offers the last person of a shared machine, ready for the PIN", () => {
    const step = reduceStep(firstStep(true), {
      kind: "device",
      device: device(person("mai"), person("tua")),
      offer: true,
    });
    expect(step).toEqual({ kind: "people", picked: person("mai") });
  });

  it("is the form when the server does not know the machine, or cannot be reached", () => {
    expect(
      reduceStep(firstStep(true), { kind: "device", device: { known: false, shared: false, people: [] }, offer: true }),
    ).toEqual(FORM);
    expect(reduceStep(firstStep(true), { kind: "device", device: null, offer: true })).toEqual(FORM);
  });

  it("does not take the form from whoever types already", () => {
    expect(reduceStep(FORM, { kind: "device", device: device(person("mai")), offer: true })).toEqual(FORM);
  });
});

describe("a person of the machine", () => {
  it("without a PIN is asked for the password", () => {
    const of = person("hoa", false);
    expect(reduceStep({ kind: "people", picked: null }, { kind: "pick", person: of })).toEqual({
      kind: "password",
      of,
      why: "no-pin",
    });
  });

  it("whose PIN is locked is asked for the password, and nobody else is", () => {
    const locked = reduceStep({ kind: "people", picked: person("mai") }, { kind: "pin-locked" });
    expect(locked).toEqual({ kind: "password", of: person("mai"), why: "pin-locked" });
    const back = reduceStep(locked, { kind: "back", people: [person("mai"), person("tua")] });
    expect(reduceStep(back, { kind: "pick", person: person("tua") })).toEqual({
      kind: "people",
      picked: person("tua"),
    });
  });
});

it("a second step goes back to the same person's password", () => {
  const of = person("mai", false);
  const second = reduceStep({ kind: "password", of, why: "no-pin" }, { kind: "second", methods: ["totp"] });
  expect(second).toEqual({ kind: "second", methods: ["totp"], of });
  expect(reduceStep(second, { kind: "back", people: [of] })).toEqual({ kind: "password", of, why: null });
});

it("demo accounts stand by place of work, in the server's order, without empty groups", () => {
  const account = (username: string, role: "station_doctor" | "specialist" | "dept_head") => ({
    username,
    name: username,
    role,
    facility: "",
  });

  const found = grouped([account("a", "specialist"), account("b", "station_doctor"), account("c", "dept_head")]);

  expect(found.map(([group, accounts]) => [group, accounts.map((one) => one.username)])).toEqual([
    ["station", ["b"]],
    ["hospital", ["a", "c"]],
  ]);
});

describe("coming back from another's sign-in", () => {
  it("takes the reason out of the address, and nothing that is no code", () => {
    history.replaceState(null, "", "/#problem=oidc.unknown_person");

    expect(takeRefusal()).toBe("oidc.unknown_person");
    expect(location.hash).toBe("");

    history.replaceState(null, "", "/#problem=<b>x");
    expect(takeRefusal()).toBeNull();
    history.replaceState(null, "", "/");
  });
});
