import { describe, expect, it } from "vitest";

import { Problem } from "@/lib/problem";
import { grouped, refusalOf } from "./sign-in-state";

describe("a refused sign-in", () => {
  it("is a wrong password when the server says so", () => {
    expect(refusalOf(new Problem({ code: "sign_in_refused", status: 401 }))).toEqual({ kind: "wrong" });
  });

  it("names the moment from which tries count again", () => {
    const problem = new Problem({ code: "too_many_sign_ins", status: 429, params: { retry_after_ms: 30_000 } });
    expect(refusalOf(problem, 1_000)).toEqual({ kind: "too-many", until: 31_000 });
  });

  it("leaves a dead line to the sentence for dead lines", () => {
    expect(refusalOf(new Problem({ code: "network" })).kind).toBe("other");
  });
});

describe("demo accounts", () => {
  it("stand by place of work, in the server's order, without empty groups", () => {
    const account = (username: string, role: "station_doctor" | "specialist" | "dept_head") => ({
      username,
      name: username,
      role,
      facility: "",
    });

    const found = grouped([account("a", "specialist"), account("b", "station_doctor"), account("c", "dept_head")]);

    expect(found.map(([group, accounts]) => [group, accounts.map((one) => one.username)])).toEqual([
      ["station", ["b"]],
      ["hospital", ["a", "c"]],
    ]);
  });
});
