/** What the sign-in page asks of the server before anyone is signed in. */
import { api, ok } from "@/lib/http-client";
import { parseProblem } from "@/lib/problem";

import type { Schema } from "@/wire/schema";

export const fetchSite = (): Promise<Schema<"Site">> => ok(api.GET("/api/site"));

/** Only the demo has this address, so it is not part of the described wire. Answers whether the robot is on now. */
export async function switchRobot(on: boolean): Promise<boolean> {
  const answer = await fetch("/api/demo/robot", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ on }),
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw parseProblem(body, answer.status);
  return typeof body === "object" && body !== null && "on" in body ? body.on === true : on;
}
