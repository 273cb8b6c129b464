import { describe, expect, it } from "vitest";

import { kindOf, type FileView } from "@/lib/case-files";

import { heldWindow, lengthOf, PLAIN, pushed, turned, zoomed } from "./view-state";

const FILM = { columns: 512, rows: 512, spacing_um: [500, 700], at_detector: false } as unknown as FileView;
const PHOTO = { columns: 1_600, rows: 1_200, spacing_um: null, at_detector: false } as unknown as FileView;
const SHOWN = { width: 1_280, height: 960 };

describe("how a file is looked at", () => {
  it("is never larger than eight times, never smaller than whole, and never out of sight", () => {
    const large = [1, 2, 3, 4, 5, 6].reduce((look) => zoomed(look, 1.5), PLAIN);
    expect(large.zoom).toBe(8);
    expect(pushed(large, 99, -99)).toMatchObject({ x: 3.5, y: -3.5 });
    expect(zoomed(pushed(large, 99, 0), 0.01)).toMatchObject({ zoom: 1, x: 0 });
  });

  it("takes whole numbers for a window, and none that the server would not draw", () => {
    expect(heldWindow("-600", "1500")).toEqual([-600, 1_500]);
    for (const [center, width] of [
      ["", "10"],
      ["4,5", "10"],
      ["40", "0"],
      ["40", "-3"],
      ["100001", "10"],
      ["0", "200001"],
    ])
      expect(heldWindow(center ?? "", width ?? "")).toBeNull();
  });

  it("keeps its window of grey from frame to frame and shows each frame whole", () => {
    const look = { ...zoomed(PLAIN, 3), window: [40, 400] as const };
    expect(turned(look, 1, 3)).toMatchObject({ page: 1, zoom: 1, window: [40, 400] });
    expect(turned(look, -1, 3)).toBe(look);
    expect(turned({ ...look, page: 2 }, 1, 3).page).toBe(2);
  });
});

describe("a length", () => {
  it("is in millimetres where the file says how large its pixels are, across and down apart", () => {
    expect(lengthOf([0, 0, 5_000, 0], FILM, SHOWN)).toEqual({ kind: "mm", mm: 128, rough: false });
    expect(lengthOf([0, 0, 0, 5_000], FILM, SHOWN)).toEqual({ kind: "mm", mm: 179.2, rough: false });
    expect(lengthOf([0, 0, 5_000, 0], { ...FILM, at_detector: true }, SHOWN)).toMatchObject({ rough: true });
  });

  it("is in pixels of the picture itself where nothing says so", () => {
    expect(lengthOf([0, 0, 10_000, 0], PHOTO, SHOWN)).toEqual({ kind: "pixels", pixels: 1_600 });
  });
});

describe("what a picked file is", () => {
  const head = (...parts: readonly (readonly [number, string])[]) => {
    const bytes = new Uint8Array(132);
    for (const [at, text] of parts) bytes.set(new TextEncoder().encode(text), at);
    return bytes;
  };
  it("is told by its first bytes, not by its name", () => {
    expect(kindOf(head([0, "%PDF-1.7"]), "image/png")).toEqual({ kind: "document", type: "application/pdf" });
    expect(kindOf(head([128, "DICM"]), "")).toEqual({ kind: "dicom", type: "application/dicom" });
    expect(kindOf(head([4, "ftypisom"]), "video/quicktime")).toEqual({ kind: "video", type: "video/mp4" });
    expect(kindOf(head([4, "ftypM4A "]), "")).toEqual({ kind: "sound", type: "audio/mp4" });
    expect(kindOf(head([0, "RIFF"], [8, "WAVE"]), "")).toEqual({ kind: "sound", type: "audio/wav" });
  });

  it("is left to the browser where it may be a picture, also a phone's own kind", () => {
    expect(kindOf(head([4, "ftypheic"]), "image/heic")).toBeNull();
    expect(kindOf(head([0, "RIFF"], [8, "WEBP"]), "image/webp")).toBeNull();
    expect(kindOf(head([0, "<svg xmlns"]), "image/svg+xml")).toBeNull();
  });
});
