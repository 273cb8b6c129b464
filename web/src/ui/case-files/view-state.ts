/** How one file is looked at: place, size, light; and how long a line on it is. Pure. */
import { WHOLE, type FileView } from "@/lib/case-files";

export type Tool = "hand" | "line" | "arrow" | "measure";
/** Values around `center` become grey, `width` of them from black to white. */
export type GreyWindow = readonly [center: number, width: number];
export interface Look {
  readonly page: number;
  readonly zoom: number;
  /** How far it was pushed aside, in parts of its own size. */
  readonly x: number;
  readonly y: number;
  /** In hundredths. */
  readonly brightness: number;
  readonly contrast: number;
  readonly tool: Tool;
  readonly window: GreyWindow | null;
}
export const PLAIN: Look = { page: 0, zoom: 1, x: 0, y: 0, brightness: 100, contrast: 100, tool: "hand", window: null };

export const ZOOM = { least: 1, most: 8, step: 1.5 };

/** Never so far that nothing of it is in sight. */
export function zoomed(look: Look, by: number): Look {
  const zoom = Math.min(ZOOM.most, Math.max(ZOOM.least, look.zoom * by));
  return pushed({ ...look, zoom }, 0, 0);
}

export function pushed(look: Look, dx: number, dy: number): Look {
  const most = (look.zoom - 1) / 2;
  const held = (value: number) => Math.min(most, Math.max(-most, value));
  return { ...look, x: held(look.x + dx), y: held(look.y + dy) };
}

export function turned(look: Look, by: number, pages: number): Look {
  const page = Math.min(pages - 1, Math.max(0, look.page + by));
  return page === look.page ? look : { ...PLAIN, page, tool: look.tool, window: look.window };
}

/** Windows that radiologists use, in Hounsfield units: centre and width. */
export const PRESETS = {
  lung: [-600, 1_500],
  soft: [40, 400],
  bone: [400, 1_800],
  brain: [40, 80],
} as const;

/** How far a hand drags either; typed, a value may be any that the server draws. */
export const REACH = { center: [-1_000, 3_000], width: [10, 4_000] } as const;
const DRAWN = { center: 100_000, width: 200_000 };

/** What was typed as a window; null while it is none. */
export function heldWindow(center: string, width: string): GreyWindow | null {
  if (!/^-?\d+$/.test(center.trim()) || !/^\d+$/.test(width.trim())) return null;
  const [middle, wide] = [Number(center), Number(width)];
  return Math.abs(middle) <= DRAWN.center && wide >= 1 && wide <= DRAWN.width ? [middle, wide] : null;
}

export type Length =
  /** `rough`: measured where the detector was, a body in front of it is smaller. */
  | { readonly kind: "mm"; readonly mm: number; readonly rough: boolean }
  | { readonly kind: "pixels"; readonly pixels: number }
  | null;

/** How long a line is from point to point; only a file that says how large its pixels are knows millimetres. */
export function lengthOf(xy: readonly number[], file: FileView, drawn: { width: number; height: number }): Length {
  const [x0 = 0, y0 = 0, x = 0, y = 0] = xy;
  const columns = file.columns ?? drawn.width;
  const rows = file.rows ?? drawn.height;
  const [dx, dy] = [((x - x0) / WHOLE) * columns, ((y - y0) / WHOLE) * rows];
  const [across, down] = file.spacing_um ?? [];
  if (across === undefined || down === undefined)
    return columns > 0 ? { kind: "pixels", pixels: Math.round(Math.hypot(dx, dy)) } : null;
  const mm = Math.hypot(dx * across, dy * down) / 1_000;
  return { kind: "mm", mm: Math.round(mm * 10) / 10, rough: file.at_detector };
}
