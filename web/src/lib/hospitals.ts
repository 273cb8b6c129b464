/** Places a patient may be sent to. */
import { api, ok } from "./http-client";

import type { Schema } from "@/wire/schema";

export const fetchHospitals = async (): Promise<readonly Schema<"FacilityRef">[]> =>
  (await ok(api.GET("/api/facilities"))).facilities.filter(({ kind }) => kind === "hospital");
