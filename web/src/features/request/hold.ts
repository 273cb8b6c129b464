/** Puts a request, its photographs, or only these, into the outbox. */
import { outboxOf, type Job } from "@/lib/outbox";

import type { Photo } from "@/lib/photos";
import type { RequestJob } from "@/lib/request-store";

export async function hold(
  user: string,
  title: string,
  consult: string,
  request: RequestJob | null,
  photos: readonly Photo[],
): Promise<void> {
  const jobs: Job[] = photos.map(({ id, size, sha256, width, height, takenAt }) => ({
    kind: "photo",
    consult,
    file: id,
    body: {
      consult_id: consult,
      kind: "photo",
      content_type: "image/jpeg",
      size,
      sha256,
      width,
      height,
      taken_at: takenAt,
    },
  }));
  await outboxOf(user).add(title, ...(request === null ? [] : [{ kind: "request", ...request } as const]), ...jobs);
}
