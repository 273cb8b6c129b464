import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { consultOf, detailOf } from "@/test/consults";
import { useConsult } from "./consults";
import { makeQueries } from "./queries";

import type { NewsFrame } from "@/lib/socket-client";
import type { ReactNode } from "react";

let tell: (frame: NewsFrame) => void;
vi.mock("./socket", () => ({
  useFrames: (listener: (frame: NewsFrame) => void) => {
    tell = listener;
  },
}));
afterEach(() => vi.unstubAllGlobals());

test("on a slow line the news that somebody took the case overtakes the case, and stays the newer", async () => {
  let answer: (() => void) | null = null;
  vi.stubGlobal(
    "fetch",
    () =>
      new Promise<Response>((done) => {
        answer = () => done(Response.json(detailOf(consultOf({ state: "waiting", version: 2 }))));
      }),
  );
  const queries = makeQueries();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useConsult(consultOf().id), { wrapper });
  await waitFor(() => expect(answer).not.toBeNull());

  act(() => tell({ s: 1, type: "consult", consult: consultOf({ state: "accepted", version: 3 }) }));
  act(() => answer?.());

  await waitFor(() => expect(result.current.data?.summary).toMatchObject({ state: "accepted", version: 3 }));
});
