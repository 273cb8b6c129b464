// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type * as Client from "./http-client";
import type { Problem } from "./problem";

vi.stubGlobal("location", { origin: "http://telemed.test" });

let client: typeof Client;
let asked: string[];
let answers: Map<string, ((request: Request) => Response | Promise<Response>)[]>;

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const session = (token: string) => ({
  access_token: token,
  expires_in_ms: 600_000,
  server_time_ms: 0,
  user: { id: "1", name: "BS. Lò Mai Demo", profession: "doctor" },
  grants: [],
});

function answer(what: string, ...with_: ((request: Request) => Response | Promise<Response>)[]): void {
  answers.set(what, with_);
}

beforeEach(async () => {
  vi.resetModules();
  client = await import("./http-client");
  asked = [];
  answers = new Map();
  vi.stubGlobal("fetch", async (request: Request) => {
    const what = `${request.method} ${new URL(request.url).pathname}`;
    asked.push(`${what} ${request.headers.get("authorization") ?? "-"}`);
    const next = answers.get(what)?.shift();
    if (!next) throw new Error(`nobody answers ${what}`);
    return next(request);
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test("calls refused at the same time share one renewal and are sent again", async () => {
  const refused = () => json({ code: "unauthenticated" }, 401);
  answer("POST /api/session", () => json(session("old")));
  answer("GET /api/rings", refused, () => json({ rings: [] }));
  answer("GET /api/debts", refused, () => json({ debts: [] }));
  answer("POST /api/session/refresh", () => json(session("new")));
  await client.enter("/api/session", { username: "tram.binhlu", password: "x" });

  await Promise.all([client.ok(client.api.GET("/api/rings")), client.ok(client.api.GET("/api/debts"))]);

  expect(asked.filter((line) => line.includes("refresh"))).toHaveLength(1);
  expect(asked.filter((line) => line.endsWith("Bearer new"))).toHaveLength(2);
});

test("a session the server has ended is told once, and the call fails by its name", async () => {
  const lost = vi.fn();
  client.onSessionLost(lost);
  answer("GET /api/rings", () => json({ code: "unauthenticated" }, 401));
  answer("POST /api/session/refresh", () => json({ code: "session.ended" }, 401));

  const call = client.ok(client.api.GET("/api/rings"));

  await expect(call).rejects.toMatchObject({ code: "session.ended", status: 401 });
  expect(lost).toHaveBeenCalledTimes(1);
});

test("a renewal that finds no network keeps the session", async () => {
  const lost = vi.fn();
  client.onSessionLost(lost);
  answer("POST /api/session/refresh", () => Promise.reject(new TypeError("no network")));

  await expect(client.renew()).rejects.toMatchObject({ code: "network" });
  expect(lost).not.toHaveBeenCalled();
});

test("a PUT that met a dead line is sent again with the same body", async () => {
  vi.useFakeTimers();
  const bodies: string[] = [];
  const dead = () => Promise.reject(new TypeError("no network"));
  const taken = async (request: Request) => {
    bodies.push(await request.text());
    return json({});
  };
  answer("PUT /api/consults/7", dead, () => new Response("", { status: 503 }), taken);

  const call = client.authorized(
    new Request("http://telemed.test/api/consults/7", { method: "PUT", body: '{"reason":"Sốt"}' }),
  );
  await vi.runAllTimersAsync();

  expect((await call).status).toBe(200);
  expect(bodies).toEqual(['{"reason":"Sốt"}']);
  expect(asked).toHaveLength(3);
});

test("a plain POST is never sent twice; a change with its own id is", async () => {
  vi.useFakeTimers();
  const dead = () => Promise.reject(new TypeError("no network"));
  answer("POST /api/consults/7/send", dead);
  answer("POST /api/consults/7/changes/8", dead, () => json({}));

  const plain = client.authorized(new Request("http://telemed.test/api/consults/7/send", { method: "POST" }));
  const refused = expect(plain).rejects.toMatchObject({ code: "network", isLine: true });
  const change = client.authorized(new Request("http://telemed.test/api/consults/7/changes/8", { method: "POST" }));
  await vi.runAllTimersAsync();

  await refused;
  expect((await change).status).toBe(200);
  expect(asked.filter((line) => line.includes("/send"))).toHaveLength(1);
});

test("a refusal carries its code, its fields and its reference", async () => {
  answer("GET /api/rings", () =>
    json(
      {
        code: "invalid",
        title: "Some fields are not right",
        status: 422,
        errors: [{ pointer: "/body/question", code: "too_short", message: "at least 20", params: { least: 20 } }],
        request_id: "r-1",
      },
      422,
    ),
  );

  const fault = await client.ok(client.api.GET("/api/rings")).catch((problem: unknown) => problem);

  expect(fault).toMatchObject({ code: "invalid", status: 422, requestId: "r-1", isLine: false });
  expect((fault as Problem).at("/body/question")?.code).toBe("too_short");
});

test("an answer that is no problem document still becomes a problem", async () => {
  answer("GET /api/rings", () => new Response("<html>", { status: 500 }));

  await expect(client.ok(client.api.GET("/api/rings"))).rejects.toMatchObject({ code: "http_500", status: 500 });
});

test("a call fills its address, asks only what is asked and sends its body as JSON", async () => {
  const requests: Request[] = [];
  const taken = (request: Request) => {
    requests.push(request);
    return new Response(null, { status: 204 });
  };
  answer("GET /api/log", taken);
  answer("PUT /api/patients/a%2Fb", taken);

  const nothing = await client.ok(
    client.api.GET("/api/log", {
      params: { query: { from_date: "2026-01-02", state: null, code: ["ă b", "c"] } as never },
    }),
  );
  const params = { path: { id: "a/b" } };
  await client.ok(client.api.PUT("/api/patients/{id}" as never, { params, body: { name: "Lò" } } as never));

  expect(nothing).toBeUndefined();
  const [read, written] = requests;
  expect(new URL(read?.url ?? "").search).toBe("?from_date=2026-01-02&code=%C4%83%20b&code=c");
  expect(read?.headers.has("content-type")).toBe(false);
  expect(written?.headers.get("content-type")).toBe("application/json");
  expect(await written?.json()).toEqual({ name: "Lò" });
});

test("without any line at all nobody waits for another try", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { onLine: false });
  const call = client.ok(client.api.PUT("/api/patients/{id}", { params: { path: { id: "1" } }, body: {} as never }));

  await expect(call).rejects.toMatchObject({ code: "network" });
  expect(asked).toHaveLength(1);
  vi.stubGlobal("navigator", {});
});
