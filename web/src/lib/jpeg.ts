/** A picture drawn anew, small enough and with no place in it. */

export interface Jpeg {
  readonly blob: Blob;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

const QUALITY = 0.85;

/** Any picture, upright; its longer edge at most `edge` pixels. Throws when it is none. */
export async function jpegOf(source: Blob | ImageBitmap, edge: number): Promise<Jpeg> {
  const picture = source instanceof Blob ? await createImageBitmap(source, { imageOrientation: "from-image" }) : source;
  const shrink = Math.min(1, edge / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * shrink), Math.round(picture.height * shrink)];
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext("2d");
  if (!paper) throw new Error("no canvas");
  paper.drawImage(picture, 0, 0, width, height);
  picture.close();
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
  return { blob, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""), width, height };
}
