import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { beginAway, readAll } from "./away-db";
import { dropDatabase } from "./drafts";
import { keepPass, lastPass, learnPin, openPass, passPeople } from "./offline-pass";
import { asProblem } from "./problem";

const SESSION = {
  kind: "signed-in",
  me: { id: "mai", name: "BS. Lò Mai Demo", profession: "doctor" },
  shared: false,
  lock: null,
} as const;

beforeEach(beginAway);
afterEach(async () => {
  vi.useRealTimers();
  await dropDatabase("telemed-away");
});

it("opens without a link as it was: unlocked on one's own machine, by the PIN on a shared one", async () => {
  await keepPass(SESSION);
  expect(await lastPass(false)).toMatchObject({ me: SESSION.me, lock: null, away: "all" });

  await keepPass({ ...SESSION, shared: true });
  expect(await lastPass(false)).toMatchObject({ lock: { unlockWith: [] }, away: "drafts" });
  await learnPin("mai", "582913");
  expect(await lastPass(false)).toMatchObject({ lock: { unlockWith: ["pin"] }, away: "drafts" });
});

it("stays behind a lock that the server has not heard of, or that stood when the link went", async () => {
  await keepPass(SESSION);
  expect(await lastPass(true)).toMatchObject({ away: "drafts" });

  await keepPass({ ...SESSION, lock: { reason: "asked" } });
  expect((await lastPass<typeof SESSION>(false))?.lock).not.toBeNull();
});

it("takes the right PIN, five wrong ones and no more", async () => {
  await keepPass(SESSION);
  await learnPin("mai", "582913");
  expect(await passPeople()).toMatchObject([{ id: "mai", name: "BS. Lò Mai Demo", pin: true }]);
  expect(await openPass("mai", "582913")).toMatchObject({ me: SESSION.me, away: "drafts" });

  const codes: unknown[] = [];
  for (let n = 0; codes.length < 5 && n < 20; n++) {
    // One wrong PIN in a thousand would pass: that is meant.
    await openPass("mai", String(100_000 + n)).catch((fault: unknown) => codes.push(asProblem(fault).code));
  }

  expect(codes).toEqual(["pin_refused", "pin_refused", "pin_refused", "pin_refused", "pin_locked"]);
  await expect(openPass("mai", "582913")).rejects.toMatchObject({ code: "pin_locked" });
}, 20_000);

it("keeps too little of a PIN to tell it", async () => {
  await keepPass(SESSION);
  await learnPin("mai", "582913");

  const [pass] = await readAll<{ readonly mark: number }>("passes");
  expect(pass?.mark).toBeLessThan(1024);
  expect(JSON.stringify(pass)).not.toContain("582913");
});

it("knows nobody where nobody has signed in", async () => {
  expect(await lastPass(false)).toBeNull();
  expect(await passPeople()).toEqual([]);
});
