import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { referralOf } from "@/test/records";
import { dropDraftDatabase } from "./drafts";
import { lineProblem, Problem } from "./problem";
import { ReferralDesk } from "./referral-desk";
import { lacking, owes, shownText } from "./referral-state";

import type { ReferralWire } from "./referral-api";
import type { ReferralView } from "./referral-state";

/** A server of one referral that may fail as told. */
function server() {
  let view = referralOf();
  const fails: unknown[] = [];
  const bodies: { id: string; seen: number }[] = [];
  const turn = () => {
    const fault = fails.shift();
    if (fault !== undefined) throw fault as Error;
  };
  const become = (part: Partial<ReferralView>) => (view = { ...view, ...part, version: view.version + 1 });
  const wire: ReferralWire = {
    load: async () => view,
    change: async (_, id, body) => {
      bodies.push({ id, seen: body.seen_version });
      turn();
      return become(body.fields as Partial<ReferralView>);
    },
    sign: async (_, body) => {
      turn();
      if (body.seen_version !== view.version) throw new Problem({ code: "stale", status: 409 });
      return become({ state: "signed", number: "3/PCCSKBCB" });
    },
    send: async () => become({ state: "sent" }),
    cancel: async () => become({ state: "cancelled" }),
  };
  return { wire, fails, bodies, become };
}

let desk: ReferralDesk;
let at: ReturnType<typeof server>;

beforeEach(async () => {
  at = server();
  desk = new ReferralDesk("r", "mai", at.wire);
  desk.start();
  await vi.waitFor(() => expect(desk.now.status).toBe("ready"));
});
afterEach(async () => {
  desk.stop();
  await dropDraftDatabase();
});

test("a line is saved when the cursor leaves it", async () => {
  desk.type("transport", "Xe của trạm");
  desk.leave("transport");

  await vi.waitFor(() => expect(desk.now.sharedAt).not.toBeNull());
  expect(lacking(desk.now.state!)).toEqual(["condition_at_transfer"]);
});

test("a lost answer is asked for again with the same id, and signing waits for it", async () => {
  at.fails.push(lineProblem("network"));
  desk.type("transport", "Xe của trạm");
  desk.leave("transport");
  await vi.waitFor(() => expect(desk.now.problem?.isLine).toBe(true));
  expect(owes(desk.now.state!)).toBe(true);

  await desk.sign("mật khẩu");

  expect(at.bodies.map(({ id }) => id)).toEqual([at.bodies[0]!.id, at.bodies[0]!.id]);
  expect(desk.now.state?.view.state).toBe("signed");
});

test("nothing is signed over words that have not arrived", async () => {
  at.fails.push(new Problem({ code: "internal", status: 500 }));
  desk.type("transport", "Xe của trạm");

  await expect(desk.sign("mật khẩu")).rejects.toMatchObject({ code: "internal" });

  expect(desk.now.state?.view.state).toBe("draft");
  expect(shownText(desk.now.state!, "transport")).toBe("Xe của trạm");
});

test("a version this page did not show is not signed, but shown", async () => {
  at.become({ escort: "Hoa Demo" });

  await expect(desk.sign("mật khẩu")).rejects.toMatchObject({ code: "stale" });

  await vi.waitFor(() => expect(shownText(desk.now.state!, "escort")).toBe("Hoa Demo"));
});

test("what was typed and not sent is there after a reload", async () => {
  at.fails.push(lineProblem("network"));
  desk.type("escort", "Tẩn Hoa Demo");
  desk.leave("escort");
  await vi.waitFor(() => expect(desk.now.keptAt).not.toBeNull());
  desk.stop();

  const again = new ReferralDesk("r", "mai", { ...at.wire, change: () => new Promise(() => undefined) });
  again.start();

  await vi.waitFor(() => expect(again.now.status).toBe("ready"));
  expect(shownText(again.now.state!, "escort")).toBe("Tẩn Hoa Demo");
  again.stop();
});
