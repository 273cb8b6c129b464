import { QueryClientProvider } from "@tanstack/react-query";
import { act, getConfig, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { begin } from "@/app/away";
import { beginAway } from "@/lib/away-db";
import { dropDatabase } from "@/lib/drafts";
import { consultOf, detailOf } from "@/test/consults";
import { useConsult } from "./consults";
import { makeQueries } from "./queries";
import { useConsultEdits, type TextKey } from "./use-consult-edits";

import type { SignedIn } from "./session";
import type { SocketClient } from "@/lib/socket-client";
import type { Summary } from "@/lib/consult-api";
import type { ReactNode } from "react";

vi.mock("./socket", () => ({ useFrames: () => undefined }));
vi.mock("./session", () => ({ useMe: () => ({ id: "mai" }) }));

const ID = consultOf().id;

describe("edits of a request that is with the hospital", () => {
  /** A server that merges field by field, as ours does. */
  let words: Record<string, string>;
  let fieldVersions: Record<string, number>;
  let version: number;
  let seen: number[];
  /** Answers are lost on the way; or nothing gets there. */
  let line: "up" | "mute" | "down";
  let end: () => void;
  beforeEach(() => {
    beginAway();
    // Nobody waits between two tries; only `waitFor` has its time.
    const later = globalThis.setTimeout;
    vi.stubGlobal("setTimeout", (work: () => void, ms = 0) =>
      later(work, ms === getConfig().asyncUtilTimeout ? ms : Math.min(ms, 20)),
    );
    line = "up";
    words = { reason: "Đau ngực 40 phút", history: "" };
    fieldVersions = {};
    version = 3;
    seen = [];
    const summary = () => consultOf({ version });
    vi.stubGlobal("fetch", async (request: Request) => {
      if (line === "down") throw new TypeError("no line");
      const answer = await answered(request);
      if (line === "mute") throw new TypeError("no answer");
      return answer;
    });
    const answered = async (request: Request) => {
      if (request.method === "GET") {
        const detail = detailOf(summary());
        return Response.json({ ...detail, request: { ...detail.request, ...words } });
      }
      const body = (await request.clone().json()) as { seen_version: number; request: Record<string, string> };
      seen.push(body.seen_version);
      const changed = Object.entries(body.request).filter(([key, text]) => words[key] !== text);
      if (changed.some(([key]) => (fieldVersions[key] ?? 1) > body.seen_version)) {
        return Response.json({ code: "stale", title: "", status: 409, params: { version } }, { status: 409 });
      }
      version += 1;
      for (const [key, text] of changed) {
        words[key] = text;
        fieldVersions[key] = version;
      }
      return Response.json(summary());
    };
  });
  afterEach(async () => {
    end();
    vi.unstubAllGlobals();
    await dropDatabase("telemed-away");
  });

  const colleagueWrites = (key: string, text: string) => {
    version += 1;
    words[key] = text;
    fieldVersions[key] = version;
  };
  async function opened(newest: () => Summary | null = () => null) {
    const queries = makeQueries();
    const session = { me: { id: "mai", place: "hospital" }, away: "all" } as unknown as SignedIn;
    end = begin(session, queries, { onBack: () => () => undefined } as unknown as SocketClient);
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    );
    const hook = renderHook(
      () => {
        const detail = useConsult(ID);
        return { detail: detail.data, edits: useConsultEdits(ID, newest() ?? detail.data?.summary ?? null) };
      },
      { wrapper },
    );
    await waitFor(() => expect(hook.result.current.detail).toBeDefined());
    return hook;
  }
  /** The field is left, and all that can go has gone. */
  const leave = async ({ result }: Awaited<ReturnType<typeof opened>>, key: TextKey, text: string) => {
    await act(() => result.current.edits.sendText(key, text));
    await act(() => result.current.edits.flush());
  };

  it("go one after the other, each seen from the last", async () => {
    const { result } = await opened();

    act(() => void result.current.edits.sendText("history", "Đau từ 7 giờ"));
    act(() => void result.current.edits.sendText("reason", "Đau ngực 1 giờ"));
    await act(() => result.current.edits.flush());
    act(() => void result.current.edits.sendText("history", "Đau từ 7 giờ, lan tay trái"));
    await act(() => result.current.edits.flush());

    expect(words).toEqual({ reason: "Đau ngực 1 giờ", history: "Đau từ 7 giờ, lan tay trái" });
    expect(result.current.edits.conflict).toBeNull();
    expect(result.current.detail?.request.history).toBe("Đau từ 7 giờ, lan tay trái");
  });

  it("never write over a colleague's words unseen, even when news has told of a newer version", async () => {
    const { result } = await opened(() => consultOf({ version }));
    colleagueWrites("history", "Đau từ 6 giờ");

    act(() => void result.current.edits.sendText("history", "Đau từ 7 giờ"));
    await act(() => result.current.edits.flush());

    expect(words["history"]).toBe("Đau từ 6 giờ");
    expect(result.current.edits.conflict).toEqual({ key: "history", theirs: "Đau từ 6 giờ", mine: "Đau từ 7 giờ" });

    act(() => result.current.edits.keepMine());
    await waitFor(() => expect(words["history"]).toBe("Đau từ 7 giờ"));
    expect(result.current.edits.conflict).toBeNull();
  });

  it("leave other fields a colleague changed alone", async () => {
    const { result } = await opened();
    colleagueWrites("reason", "Đau ngực, vã mồ hôi");

    act(() => void result.current.edits.sendText("history", "Đau từ 7 giờ"));
    await act(() => result.current.edits.flush());

    expect(words).toEqual({ reason: "Đau ngực, vã mồ hôi", history: "Đau từ 7 giờ" });
  });

  it("wait here while there is no line, and go once when the browser, killed meanwhile, has one again", async () => {
    const before = await opened();
    line = "down";
    await leave(before, "history", "Đau từ 7 giờ");
    await leave(before, "question", "Chuyển không?");
    expect(before.result.current.edits.state).toEqual({ pending: true, stuck: true, refused: null });
    expect(before.result.current.edits.waiting("history")).toBe("Đau từ 7 giờ");
    before.unmount();
    end();
    colleagueWrites("reason", "Đau ngực, vã mồ hôi");

    line = "up";
    const { result } = await opened();
    await waitFor(() => expect(words["question"]).toBe("Chuyển không?"));

    expect(words).toEqual({ reason: "Đau ngực, vã mồ hôi", history: "Đau từ 7 giờ", question: "Chuyển không?" });
    expect(version).toBe(6);
    await waitFor(() => expect(result.current.edits.state.pending).toBe(false));
    expect(result.current.edits.conflict).toBeNull();
  });

  it("whose answers were lost are no colleague's words", async () => {
    const hook = await opened();
    line = "mute";
    await leave(hook, "history", "Đau từ 7 giờ");
    await leave(hook, "history", "Đau từ 7 giờ, lan tay trái");
    line = "up";
    await act(() => hook.result.current.edits.flush());

    expect(words["history"]).toBe("Đau từ 7 giờ, lan tay trái");
    expect(hook.result.current.edits.conflict).toBeNull();
  });

  it("of both ends in one field stand side by side until somebody chooses, also without a line", async () => {
    const hook = await opened();
    line = "down";
    await leave(hook, "history", "Đau từ 7 giờ");
    colleagueWrites("history", "Đau từ 6 giờ");
    line = "up";
    await act(() => hook.result.current.edits.flush());
    expect(hook.result.current.edits.conflict).toEqual({
      key: "history",
      theirs: "Đau từ 6 giờ",
      mine: "Đau từ 7 giờ",
    });

    line = "down";
    act(() => hook.result.current.edits.takeTheirs());

    await waitFor(() => expect(hook.result.current.edits.conflict).toBeNull());
    expect(hook.result.current.detail?.request.history).toBe("Đau từ 6 giờ");
    expect(words["history"]).toBe("Đau từ 6 giờ");
  });

  it("are not taken back by what this device kept of the case before", async () => {
    const hook = await opened();
    colleagueWrites("history", "Đau từ 6 giờ");
    const { fetch } = globalThis;
    // The refusal comes through, the reading after it does not: the answer of before is all there is.
    vi.stubGlobal("fetch", (request: Request) =>
      request.method === "GET" ? Promise.reject(new TypeError("no line")) : fetch(request),
    );
    await leave(hook, "history", "Đau từ 7 giờ");

    expect(hook.result.current.edits.state.stuck).toBe(true);
    expect(hook.result.current.edits.conflict).toBeNull();
  });
});
