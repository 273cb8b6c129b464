import { expect, test } from "vitest";

import { HOSPITAL } from "@/test/consults";
import { referralOf } from "@/test/records";
import { Problem } from "./problem";
import {
  chosen,
  current,
  lacking,
  left,
  opened,
  owes,
  parseMoment,
  refused,
  saved,
  sent,
  shownText,
  stalled,
  told,
  toKeep,
  toSend,
  typed,
  type ReferralState,
} from "./referral-state";

const start = opened(referralOf());

function sending(state: ReferralState): ReferralState {
  const next = toSend(state);
  if (next === null) throw new Error("nothing to send");
  return sent(state, { ...next, id: "c", stalled: false });
}

test("only what was typed goes, with the version it was typed over", () => {
  const state = typed(start, "transport", " Xe của trạm ");

  expect(toSend(state)).toEqual({
    seen: 1,
    values: { transport: "Xe của trạm" },
    fields: { to_facility_id: HOSPITAL.id, transport: "Xe của trạm" },
  });
  expect(toSend(start)).toBeNull();
});

test("what is typed while it is on its way goes next", () => {
  const flying = sending(typed(start, "transport", "Xe"));
  const more = typed(flying, "transport", "Xe của trạm");
  expect(toSend(more)).toBeNull();

  const after = saved(more, referralOf({ version: 2, transport: "Xe" }));

  expect(shownText(after, "transport")).toBe("Xe của trạm");
  expect(toSend(after)).toMatchObject({ seen: 2, values: { transport: "Xe của trạm" } });
});

test("after the server has it and the cursor is out, news may come into the line again", () => {
  const state = left(
    saved(sending(typed(start, "escort", "Hoa ")), referralOf({ version: 2, escort: "Hoa" })),
    "escort",
  );
  expect(owes(state)).toBe(false);

  expect(shownText(told(state, referralOf({ version: 3, escort: "Hoa Demo" })), "escort")).toBe("Hoa Demo");
});

test("two hands on one line: both texts stay until a person chooses", () => {
  const both = told(typed(start, "transport", "Xe máy"), referralOf({ version: 2, transport: "Xe cứu thương" }));

  expect(both.theirs).toEqual({ transport: "Xe cứu thương" });
  expect(shownText(both, "transport")).toBe("Xe máy");
  expect(toSend(both)).toBeNull();
  expect(toSend(chosen(both, "transport", true))).toMatchObject({ seen: 2, values: { transport: "Xe máy" } });
  expect(shownText(chosen(both, "transport", false), "transport")).toBe("Xe cứu thương");
});

test("two hands on two lines is no conflict", () => {
  const state = told(typed(start, "transport", "Xe máy"), referralOf({ version: 2, escort: "Hoa Demo" }));

  expect(state.theirs).toEqual({});
  expect(toSend(state)).toMatchObject({ seen: 2, values: { transport: "Xe máy" } });
});

test("a change whose answer was lost is sent again unchanged", () => {
  const state = stalled(sending(typed(start, "transport", "Xe máy")));
  const heard = told(typed(state, "transport", "Xe máy nhà"), referralOf({ version: 2, transport: "Xe máy" }));

  expect(heard.sending).toMatchObject({ id: "c", seen: 1, values: { transport: "Xe máy" }, stalled: true });
  expect(heard.theirs).toEqual({});
});

test("refused as stale: the newer text stands beside ours", () => {
  const problem = new Problem({ code: "stale", status: 409 });
  const state = refused(
    sending(typed(start, "transport", "Xe máy")),
    problem,
    referralOf({ version: 2, transport: "Xe" }),
  );

  expect(state.theirs).toEqual({ transport: "Xe" });
  expect(shownText(state, "transport")).toBe("Xe máy");
});

test("a line the server does not take is kept and marked, and does not hold up the others", () => {
  const problem = new Problem({
    code: "validation",
    status: 422,
    errors: [{ pointer: "/body/fields/icd_code", code: "pattern", message: "", params: {} }],
  });
  const state = refused(sending(typed(typed(start, "icd_code", "J18"), "escort", "Hoa")), problem, null);

  expect(state.faults).toEqual({ icd_code: "pattern" });
  expect(shownText(state, "icd_code")).toBe("J18");
  expect(toSend(state)?.values).toEqual({ escort: "Hoa" });
  expect(typed(state, "icd_code", "J18.9").faults).toEqual({});
});

test("half a code waits for its other half, and is marked once it is left", () => {
  const half = typed(start, "icd_code", "j1");
  expect(toSend(half)).toBeNull();
  expect(left(half, "icd_code").faults).toEqual({ icd_code: "unreadable" });

  expect(toSend(typed(half, "icd_code", "j15.1"))?.values).toEqual({ icd_code: "J15.1" });
});

test.each([
  ["11:20", "2026-11-23T11:20"],
  ["7h05", "2026-11-23T07:05"],
  ["11 giờ 20", "2026-11-23T11:20"],
  ["11:20 24/11/2026", "2026-11-24T11:20"],
  ["11:20, 24/11/2026", "2026-11-24T11:20"],
  ["25:00", null],
  ["11:75", null],
  ["trưa", null],
  ["11:20 2026", null],
])("the hour of leaving may be typed as %s", (text, moment) => {
  expect(parseMoment(text, "2026-11-23")).toBe(moment);
});

test("the hour of leaving goes with the zone of the place", () => {
  expect(toSend(typed(start, "transfer_at", "11:20 24/11/2026"))?.fields).toMatchObject({
    transfer_at: "2026-11-24T11:20:00+07:00",
  });
  const known = opened(referralOf({ transfer_at: "2026-11-24T04:20:00Z" }));
  expect(shownText(known, "transfer_at")).toBe("11:20 24/11/2026");
  expect(toSend(typed(known, "transfer_at", ""))?.fields).toMatchObject({ transfer_at: null });
});

test("what is missing follows the typing, and asked lines stay where they are", () => {
  const state = typed(opened(referralOf({ icd_code: "", missing: ["icd_code", "transport"] })), "icd_code", "J18.9");

  expect(lacking(state)).toEqual(["condition_at_transfer", "transport"]);
  const after = saved(sending(state), referralOf({ version: 2, missing: [] }));
  expect(after.asked).toContain("icd_code");
});

test("an emergency needs no code", () => {
  const state = opened(
    referralOf({ icd_code: "", clinical_signs: "", kind: "emergency_transfer", missing: ["transport"] }),
  );

  expect(lacking(state)).toEqual(["condition_at_transfer", "transport"]);
});

test("lines typed on an earlier visit come back, and those the server has meanwhile are done", () => {
  const kept = toKeep(typed(typed(start, "transport", "Xe máy"), "escort", "Hoa"));

  const state = opened(referralOf({ version: 2, escort: "Hoa" }), kept);

  expect(toSend(state)).toMatchObject({ seen: 2, values: { transport: "Xe máy" } });
});

test("an older answer than the one shown is passed over", () => {
  const state = opened(referralOf({ version: 3, escort: "Hoa" }));
  expect(shownText(told(state, referralOf({ version: 2 })), "escort")).toBe("Hoa");
});

test("a signed referral takes no more changes", () => {
  expect(toSend(typed(opened(referralOf({ state: "signed" })), "escort", "Hoa"))).toBeNull();
});

test("the one to go on with is the newest not called off", () => {
  const [a, b] = [referralOf({ id: "a", state: "cancelled" }), referralOf({ id: "b" })];
  expect(current([a, b])?.id).toBe("b");
  expect(current([a])).toBeNull();
});
