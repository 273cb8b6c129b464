import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { DraftKeeper, listDrafts } from "@/lib/drafts";
import { forgetSession, renew } from "@/lib/http-client";
import { holdRunningCall } from "@/lib/running-call";
import { unlock } from "@/lib/session-api";
import { fetchOf, type Answers } from "@/test/consults";
import { sessionOf } from "@/test/session";
import { SessionProvider, useSession } from "./session";
import { LOCK_AFTER_MS, useIdleLock } from "./use-idle-lock";

import type { SessionAnswer } from "@/lib/http-client";

const answers: Answers = {};
const asked: string[] = [];
const gone = () => new Response(null, { status: 204 });
const LOCKED: SessionAnswer["locked"] = { reason: "asked", unlock_with: ["pin", "password"] };
let answer: SessionAnswer;

function Page() {
  const { session, lock, enter, signOut } = useSession();
  return (
    <>
      <p data-testid="state">{session.kind === "signed-in" ? (session.lock?.reason ?? "open") : session.kind}</p>
      <p data-testid="ways">{session.kind === "signed-in" && session.lock?.unlockWith?.join(" ")}</p>
      <button onClick={() => lock("asked")}>lock</button>
      <button onClick={() => void enter(() => unlock({ pin: "582913" }))}>unlock</button>
      <button onClick={() => void signOut()}>out</button>
    </>
  );
}
const state = () => screen.getByTestId("state").textContent;
const page = () =>
  render(
    <SessionProvider>
      <Page />
    </SessionProvider>,
  );

beforeEach(() => {
  forgetSession();
  asked.length = 0;
  answer = sessionOf({ device: { id: "d", shared: true } });
  localStorage.setItem("telemed.session", "1");
  answers["POST /api/session/refresh"] = () => answer;
  answers["POST /api/session/lock"] = gone;
  answers["POST /api/session/unlock"] = () => ({ ...answer, locked: null });
  answers["DELETE /api/session"] = gone;
  vi.stubGlobal("fetch", fetchOf(answers, asked));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a lock", () => {
  it("hides at once, tells the server, and learns what opens it", async () => {
    page();
    await waitFor(() => expect(state()).toBe("open"));
    answer = { ...answer, locked: LOCKED };

    await userEvent.click(screen.getByText("lock"));

    expect(state()).toBe("asked");
    await waitFor(() => expect(screen.getByTestId("ways").textContent).toBe("pin password"));
    expect(asked).toContain("POST /api/session/lock");
    await userEvent.click(screen.getByText("unlock"));
    await waitFor(() => expect(state()).toBe("open"));
  });

  it("the server has not heard of outlives a reload", async () => {
    answers["POST /api/session/lock"] = () => Response.error();
    const { unmount } = page();
    await waitFor(() => expect(state()).toBe("open"));
    await userEvent.click(screen.getByText("lock"));
    unmount();
    forgetSession();

    page();

    await waitFor(() => expect(state()).toBe("asked"));
  });

  it("found by the server is shown, also when it comes with a renewal", async () => {
    page();
    await waitFor(() => expect(state()).toBe("open"));
    answer = { ...answer, locked: { reason: "expired", unlock_with: ["password"] } };

    await act(async () => {
      await renew();
    });

    expect(state()).toBe("expired");
  });

  it("of one tab is a lock of all", async () => {
    page();
    await waitFor(() => expect(state()).toBe("open"));
    const other = new BroadcastChannel("telemed.session");

    other.postMessage("lock");

    await waitFor(() => expect(state()).toBe("asked"));
    other.close();
  });
});

it("signing out leaves nothing of anybody", async () => {
  page();
  await waitFor(() => expect(state()).toBe("open"));
  for (const user of ["u", "someone-else"]) {
    const keeper = new DraftKeeper<string>(user, "request/1");
    keeper.set("Giàng Thị Sua");
    await keeper.flush();
  }
  sessionStorage.setItem("telemed.media", "camera");
  localStorage.setItem("telemed.language", "vi");

  await userEvent.click(screen.getByText("out"));

  await waitFor(() => expect(asked).toContain("DELETE /api/session"));
  expect([...(await listDrafts("u")), ...(await listDrafts("someone-else"))]).toEqual([]);
  expect(Object.keys(localStorage).sort()).toEqual(["telemed.language", "telemed.shared"]);
  expect(Object.keys(sessionStorage)).toEqual([]);
});

describe("a shared machine", () => {
  const lock = vi.fn();
  function Watched() {
    useIdleLock(true, lock);
    return null;
  }
  beforeEach(() => {
    lock.mockReset();
    vi.useFakeTimers();
  });

  it("locks after ten minutes without a touch, and not before", async () => {
    render(<Watched />);
    await vi.advanceTimersByTimeAsync(LOCK_AFTER_MS - 60_000);
    document.dispatchEvent(new Event("pointerdown"));
    await vi.advanceTimersByTimeAsync(LOCK_AFTER_MS - 60_000);
    expect(lock).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(70_000);

    expect(lock).toHaveBeenCalled();
  });

  it("that slept is locked by the touch that wakes it", () => {
    render(<Watched />);
    vi.setSystemTime(Date.now() + LOCK_AFTER_MS + 1);

    document.dispatchEvent(new Event("pointerdown"));

    expect(lock).toHaveBeenCalled();
  });

  it("stays open through a call, and renews so that the server does not lock it", async () => {
    const leave = holdRunningCall("c");
    render(<Watched />);

    await vi.advanceTimersByTimeAsync(3 * LOCK_AFTER_MS);

    expect(lock).not.toHaveBeenCalled();
    const renewals = asked.filter((line) => line.endsWith("/refresh")).length;
    expect(renewals).toBeGreaterThanOrEqual(3);
    expect(renewals).toBeLessThanOrEqual(6);
    leave();
  });
});
