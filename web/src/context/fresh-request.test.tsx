import { act, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { forgetSession } from "@/lib/http-client";
import { consultOf, detailOf, fetchOf } from "@/test/consults";
import { shown } from "@/test/shown";

import { useConsult, useFreshRequest } from "./consults";

import type { Summary } from "@/lib/consult-api";
import type { NewsFrame } from "@/lib/socket-client";

const told = vi.hoisted(() => ({ listeners: new Set<(frame: NewsFrame) => void>() }));
vi.mock("./socket", async () => {
  const { useEffect } = await import("react");
  return {
    useFrames: (listener: (frame: NewsFrame) => void) =>
      useEffect(() => {
        told.listeners.add(listener);
        return () => void told.listeners.delete(listener);
      }),
  };
});

let now: Summary;
let asked: string[];
const reads = () => asked.filter((what) => what === `GET /api/consults/${now.id}`).length;

function Room({ summary }: { summary: Summary }) {
  useFreshRequest(summary);
  return <p>version {summary.version}</p>;
}
function Page() {
  const { data } = useConsult(now.id);
  return data ? <Room summary={data.summary} /> : null;
}
function news(change: Partial<Summary>): void {
  now = { ...now, version: now.version + 1, ...change };
  act(() => {
    for (const listener of told.listeners) listener({ s: 1, type: "consult", consult: now });
  });
}

beforeEach(() => {
  forgetSession();
  asked = [];
  now = consultOf({ version: 3, request_version: 2 });
  vi.stubGlobal("fetch", fetchOf({ [`GET /api/consults/${now.id}`]: () => detailOf(now) }, asked));
});
afterEach(() => vi.unstubAllGlobals());

test("news of a consult is shown without reading the request again", async () => {
  const page = shown(<Page />);
  await page.findByText("version 3");

  news({});
  news({});

  expect(await page.findByText("version 5")).toBeTruthy();
  expect(reads()).toBe(1);
});

test("a request that changed is read again, once", async () => {
  const page = shown(<Page />);
  await page.findByText("version 3");

  news({ request_version: 4 });
  await waitFor(() => expect(reads()).toBe(2));
  news({});

  expect(await page.findByText("version 5")).toBeTruthy();
  expect(reads()).toBe(2);
});
