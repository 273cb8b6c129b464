// @vitest-environment node
/** Two people at one browser: what is kept of one never comes to the other. */
import { beforeEach, expect, test, vi } from "vitest";

import type * as Client from "./http-client";

vi.stubGlobal("location", { origin: "http://telemed.test" });

let client: typeof Client;
let kept: string[];
let answers: Record<string, () => Response | Promise<Response>>;
let asked: string[];

const session = (id: string) => () =>
  Response.json({ access_token: id, expires_in_ms: 600_000, server_time_ms: 0, user: { id, name: id }, grants: [] });
const noLine = () => Promise.reject(new TypeError("no line"));
const consults = () => client.ok(client.api.GET("/api/consults"));
const enter = async (id: string) => {
  answers["POST /api/session"] = session(id);
  await client.enter("/api/session", {});
};
const keeper = (user: string) =>
  client.keepAnswers({
    user,
    put: (what, _, data) => kept.push(`${user} keeps ${what} ${JSON.stringify(data)}`),
    get: async () => ({ data: { consults: [`of ${user}`] } }),
  });

beforeEach(async () => {
  vi.resetModules();
  client = await import("./http-client");
  [kept, asked, answers] = [[], [], {}];
  vi.stubGlobal("fetch", async (request: Request) => {
    const what = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(`${what} ${request.headers.get("authorization") ?? "-"}`);
    return (answers[what] ?? noLine)();
  });
  // Nobody waits between two tries.
  const later = globalThis.setTimeout;
  vi.stubGlobal("setTimeout", (work: () => void) => later(work, 0));
});

test("an answer that comes after its asker has signed out is kept for nobody", async () => {
  await enter("mai");
  let arrive: (answer: Response) => void = () => undefined;
  answers["GET /api/consults"] = () => new Promise((done) => (arrive = done));
  const late = consults();
  await vi.waitFor(() => expect(asked.at(-1)).toContain("GET /api/consults"));

  await client.signOut();
  await enter("son");
  arrive(Response.json({ consults: ["of mai"] }));
  await late;
  keeper("son");

  expect(kept).toEqual([]);
});

test("what one has asked before there was a keeper is kept for that one", async () => {
  await enter("mai");
  answers["GET /api/consults"] = () => Response.json({ consults: [] });
  await consults();
  keeper("mai");

  expect(kept).toEqual(['mai keeps GET /api/consults {"consults":[]}']);
});

test("who takes a colleague's place at the screen is neither shown the colleague's answers nor gives theirs away", async () => {
  await enter("mai");
  keeper("mai");

  await enter("son");
  await expect(consults()).rejects.toMatchObject({ code: "network" });
  answers["GET /api/consults"] = () => Response.json({ consults: ["of son"] });
  expect(await consults()).toEqual({ consults: ["of son"] });

  expect(kept).toEqual([]);
});

test("a page opened without a line asks nothing as the one whose cookie is still there", async () => {
  keeper("son");
  answers["GET /api/consults"] = () => Response.json({ code: "unauthenticated" }, { status: 401 });
  answers["POST /api/session/refresh"] = session("mai");

  await expect(consults()).rejects.toMatchObject({ code: "network" });
  expect(asked.filter((line) => line.includes("Bearer mai"))).toEqual([]);

  await enter("son");
  answers["GET /api/consults"] = () => Response.json({ consults: ["of son"] });
  expect(await consults()).toEqual({ consults: ["of son"] });
  expect(kept).toEqual(['son keeps GET /api/consults {"consults":["of son"]}']);
});
