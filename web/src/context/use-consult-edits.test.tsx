import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { consultOf, detailOf } from "@/test/consults";
import { useConsult } from "./consults";
import { makeQueries } from "./queries";
import { useConsultEdits } from "./use-consult-edits";

import type { Summary } from "@/lib/consult-api";
import type { ReactNode } from "react";

vi.mock("./socket", () => ({ useFrames: () => undefined, useLinkBack: () => undefined }));

const ID = consultOf().id;

describe("edits of a request that is with the hospital", () => {
  /** A server that merges field by field, as ours does. */
  let words: Record<string, string>;
  let fieldVersions: Record<string, number>;
  let version: number;
  let seen: number[];
  beforeEach(() => {
    words = { reason: "Đau ngực 40 phút", history: "" };
    fieldVersions = {};
    version = 3;
    seen = [];
    const summary = () => consultOf({ version });
    vi.stubGlobal("fetch", async (request: Request) => {
      if (request.method === "GET") {
        const detail = detailOf(summary());
        return Response.json({ ...detail, request: { ...detail.request, ...words } });
      }
      const body = (await request.clone().json()) as { seen_version: number; request: Record<string, string> };
      seen.push(body.seen_version);
      const changed = Object.entries(body.request).filter(([key, text]) => words[key] !== text);
      if (changed.some(([key]) => (fieldVersions[key] ?? 1) > body.seen_version)) {
        return Response.json({ code: "stale", title: "", status: 409 }, { status: 409 });
      }
      version += 1;
      for (const [key, text] of changed) {
        words[key] = text;
        fieldVersions[key] = version;
      }
      return Response.json(summary());
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const colleagueWrites = (key: string, text: string) => {
    version += 1;
    words[key] = text;
    fieldVersions[key] = version;
  };
  async function opened(newest: () => Summary | null = () => null) {
    const queries = makeQueries();
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

  it("go one after the other, each seen from the last", async () => {
    const { result } = await opened();

    act(() => result.current.edits.sendText("history", "Đau từ 7 giờ"));
    act(() => result.current.edits.sendText("reason", "Đau ngực 1 giờ"));
    await act(() => result.current.edits.flush());
    act(() => result.current.edits.sendText("history", "Đau từ 7 giờ, lan tay trái"));
    await act(() => result.current.edits.flush());

    expect(words).toEqual({ reason: "Đau ngực 1 giờ", history: "Đau từ 7 giờ, lan tay trái" });
    expect(result.current.edits.conflict).toBeNull();
    expect(result.current.detail?.request.history).toBe("Đau từ 7 giờ, lan tay trái");
  });

  it("never write over a colleague's words unseen, even when news has told of a newer version", async () => {
    const { result } = await opened(() => consultOf({ version }));
    colleagueWrites("history", "Đau từ 6 giờ");

    act(() => result.current.edits.sendText("history", "Đau từ 7 giờ"));
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

    act(() => result.current.edits.sendText("history", "Đau từ 7 giờ"));
    await act(() => result.current.edits.flush());

    expect(words).toEqual({ reason: "Đau ngực, vã mồ hôi", history: "Đau từ 7 giờ" });
  });
});
