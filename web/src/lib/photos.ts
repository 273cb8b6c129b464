/** Pictures on this device: made smaller, drawn anew so that no place stays in them, and kept until they have gone. */
import { readOne, remove, write } from "./away-db";
import { serverNow } from "./clock";
import { jpegOf } from "./jpeg";
import { uuid7 } from "./uuid7";

/** What a form remembers of a picture; its bytes lie under the same id. */
export interface Photo {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly takenAt: string;
}

const EDGE = 2_048;

/** Throws when it is no picture. */
export async function takePhoto(file: Blob): Promise<Photo> {
  const { blob, sha256, width, height } = await jpegOf(file, EDGE);
  const id = uuid7();
  await write("blobs", { id, blob, at: Date.now() });
  return { id, size: blob.size, sha256, width, height, takenAt: new Date(serverNow()).toISOString() };
}

export const photoOf = async (id: string): Promise<Blob | null> =>
  (await readOne<{ readonly blob: Blob }>("blobs", id))?.blob ?? null;

export const dropPhoto = (id: string): Promise<unknown> => remove(["blobs", id]);
