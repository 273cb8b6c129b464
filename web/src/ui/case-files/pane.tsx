/** One file to look at: larger, lighter, page by page; measured and drawn on. */
import { useRef, useState, type PointerEvent, type ReactNode } from "react";

import { drawnOn, WHOLE, type DrawingView, type FileView, type Shape } from "@/lib/case-files";
import { numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Icon, type IconName } from "@/ui/icon";

import { Drawn, type Size } from "./drawn";
import { nameOf } from "./list";
import { lengthOf, PLAIN, pushed, turned, zoomed, ZOOM, type Length, type Look, type Tool } from "./view-state";
import { Windows } from "./windows";

export interface Ink {
  readonly me: string;
  readonly drawings: readonly DrawingView[];
  /** Null: this person only looks. */
  readonly draw: ((file: string, page: number, id: string, shape: Shape) => Promise<boolean>) | null;
  readonly erase: (file: string, page: number, drawing: string) => Promise<boolean>;
}

const TOOLS: readonly (readonly [Tool, IconName])[] = [
  ["hand", "search"],
  ["measure", "swap"],
  ["line", "pen"],
  ["arrow", "up"],
];
const CLOSE = 2;
const MOST = 1_000;
const NEAR = 40;

export function Pane({ file, ink }: { file: FileView; ink: Ink }) {
  const [look, setLook] = useState<Look>(PLAIN);
  const [size, setSize] = useState<Size>({ width: file.columns ?? 4, height: file.rows ?? 3 });
  const [mine, setMine] = useState<readonly number[]>([]);
  // A photograph seen closely is fetched whole: its preview holds no more than a screen shows.
  const whole = look.zoom > CLOSE && (file.kind === "photo" || file.kind === "still");
  const path = `/api/files/${file.id}/${whole ? "content" : `pages/${look.page}`}`;
  const query = look.window === null ? "" : `?center=${look.window[0]}&width=${look.window[1]}`;
  const shapes = drawnOn(ink.drawings, file.id, look.page).flatMap(({ id, shape, by }) =>
    shape && shape.kind !== "text" ? [{ id, shape, mine: by.id === ink.me }] : [],
  );
  const last = shapes.findLast((one) => one.mine);
  const done = (xy: readonly number[]) => {
    setMine([]);
    if (ink.draw === null || look.tool === "hand" || xy.length < 4) return;
    const kind = look.tool;
    const ends = [...xy.slice(0, 2), ...xy.slice(-2)];
    void ink.draw(file.id, look.page, uuid7(), { kind, xy: kind === "line" ? [...xy] : ends });
  };
  return (
    <section className="cf-pane" aria-label={nameOf(file)}>
      <div className="cf-frame">
        <div
          className="cf-sheet"
          style={{
            aspectRatio: `${size.width} / ${size.height}`,
            ["--cf-ratio" as string]: size.width / size.height,
            transform: `translate(${look.x * 100}%, ${look.y * 100}%) scale(${look.zoom})`,
          }}
        >
          <Drawn
            path={path + query}
            label={file.pages > 1 ? t("files.pageOf", { n: look.page + 1, of: file.pages }) : nameOf(file)}
            onSize={setSize}
            filter={`brightness(${look.brightness}%) contrast(${look.contrast}%)`}
          />
          <Paper look={look} onLook={setLook} onXy={setMine} onDone={done}>
            {shapes.map(({ id, shape, mine: own }) => (
              <Stroke key={id} shape={shape} mine={own} />
            ))}
            {mine.length > 2 && look.tool !== "hand" && <Stroke shape={asDrawn(look.tool, mine)} mine />}
          </Paper>
          {[...shapes.map(({ shape }) => shape), ...(look.tool === "measure" ? [asDrawn("measure", mine)] : [])].map(
            (shape, n) => {
              const length = shape.kind === "measure" && shape.xy.length === 4 ? lengthOf(shape.xy, file, size) : null;
              if (length === null) return null;
              const [x = 0, y = 0] = shape.xy.slice(-2);
              const style = { left: `${x / 100}%`, top: `${y / 100}%`, scale: String(1 / look.zoom) };
              return (
                <span key={n} className="cf-label" style={style}>
                  {lengthText(length)}
                </span>
              );
            },
          )}
        </div>
      </div>
      <div className="row cf-bar" role="group" aria-label={t("files.tools")}>
        {TOOLS.filter(([tool]) => tool === "hand" || ink.draw !== null).map(([tool, icon]) => (
          <button
            key={tool}
            type="button"
            className={look.tool === tool ? "btn compact on" : "btn compact"}
            aria-pressed={look.tool === tool}
            onClick={() => setLook({ ...look, tool })}
          >
            <Icon name={icon} />
            {t(`files.tool_${tool}`)}
          </button>
        ))}
        <button
          type="button"
          className="btn compact"
          disabled={last === undefined}
          onClick={() => last && void ink.erase(file.id, look.page, last.id)}
        >
          <Icon name="refresh" />
          {t("files.undo")}
        </button>
        <button
          type="button"
          className="btn compact"
          disabled={look.zoom >= ZOOM.most}
          onClick={() => setLook(zoomed(look, ZOOM.step))}
        >
          <Icon name="plus" />
          {t("files.larger")}
        </button>
        <button
          type="button"
          className="btn compact"
          disabled={look.zoom <= ZOOM.least}
          onClick={() => setLook(zoomed(look, 1 / ZOOM.step))}
        >
          <Icon name="minus" />
          {t("files.smaller")}
        </button>
        {file.pages > 1 && (
          <span className="row nw">
            <button
              type="button"
              className="btn compact"
              disabled={look.page === 0}
              onClick={() => setLook(turned(look, -1, file.pages))}
            >
              <Icon name="left" />
              {t("files.before")}
            </button>
            <output>{t("files.pageOf", { n: look.page + 1, of: file.pages })}</output>
            <button
              type="button"
              className="btn compact"
              disabled={look.page === file.pages - 1}
              onClick={() => setLook(turned(look, 1, file.pages))}
            >
              {t("files.after")}
              <Icon name="right" />
            </button>
          </span>
        )}
      </div>
      <div className="row cf-light">
        {(["brightness", "contrast"] as const).map((what) => (
          <label key={what}>
            <span>{t(`files.${what}`)}</span>
            <input
              type="range"
              min={40}
              max={250}
              step={5}
              value={look[what]}
              onChange={({ target }) => setLook({ ...look, [what]: Number(target.value) })}
            />
          </label>
        ))}
        <button type="button" className="btn compact" onClick={() => setLook({ ...PLAIN, page: look.page })}>
          {t("files.asItWas")}
        </button>
      </div>
      {file.kind === "dicom" && (
        <Windows file={file} window={look.window} onWindow={(window) => setLook({ ...look, window })} />
      )}
      {file.spacing_um === null && <small>{t("files.noScale")}</small>}
      {file.at_detector && <small>{t("files.atDetector")}</small>}
    </section>
  );
}

/** What the pointer does: pushes the picture, or draws on it. */
function Paper({
  look,
  onLook,
  onXy,
  onDone,
  children,
}: {
  look: Look;
  onLook: (look: Look) => void;
  onXy: (xy: readonly number[]) => void;
  onDone: (xy: readonly number[]) => void;
  children: ReactNode;
}) {
  const held = useRef<{ xy: number[]; x: number; y: number } | null>(null);
  const at = (event: PointerEvent<SVGSVGElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    const part = (value: number, from: number, length: number) =>
      Math.round(Math.min(1, Math.max(0, (value - from) / length)) * WHOLE);
    return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
  };
  const end = () => {
    const now = held.current;
    held.current = null;
    if (now && look.tool !== "hand") onDone(now.xy);
  };
  return (
    <svg
      className={look.tool === "hand" ? "cf-ink" : "cf-ink cf-pen"}
      viewBox={`0 0 ${WHOLE} ${WHOLE}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onWheel={(event) => onLook(zoomed(look, event.deltaY < 0 ? 1.15 : 1 / 1.15))}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { xy: at(event), x: event.clientX, y: event.clientY };
      }}
      onPointerMove={(event) => {
        const now = held.current;
        if (!now) return;
        if (look.tool === "hand") {
          const box = event.currentTarget.getBoundingClientRect();
          const part = (delta: number, length: number) => (delta / length) * look.zoom;
          onLook(pushed(look, part(event.clientX - now.x, box.width), part(event.clientY - now.y, box.height)));
          [now.x, now.y] = [event.clientX, event.clientY];
          return;
        }
        const [x, y] = at(event);
        const [x0 = x, y0 = y] = now.xy.slice(-2);
        if (Math.hypot(x - x0, y - y0) < NEAR || now.xy.length >= MOST) return;
        now.xy.push(x, y);
        onXy([...now.xy]);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {children}
    </svg>
  );
}

type Line = Exclude<Shape, { kind: "text" }>;

function asDrawn(tool: Exclude<Tool, "hand">, xy: readonly number[]): Line {
  return { kind: tool, xy: tool === "line" || xy.length < 4 ? [...xy] : [...xy.slice(0, 2), ...xy.slice(-2)] };
}

function Stroke({ shape, mine }: { shape: Line; mine: boolean }) {
  const [x0 = 0, y0 = 0] = shape.xy;
  const [x = 0, y = 0] = shape.xy.slice(-2);
  let path = `M${x0} ${y0}`;
  for (let n = 2; n < shape.xy.length; n += 2) path += `L${String(shape.xy[n])} ${String(shape.xy[n + 1])}`;
  if (shape.kind === "arrow") {
    const way = Math.atan2(y - y0, x - x0);
    for (const turn of [0.5, -0.5])
      path += `M${x} ${y}L${x - 350 * Math.cos(way + turn)} ${y - 350 * Math.sin(way + turn)}`;
  }
  return (
    <g className={mine ? "cf-mine" : "cf-theirs"}>
      <path className="cf-edge" d={path} vectorEffect="non-scaling-stroke" />
      <path d={path} vectorEffect="non-scaling-stroke" />
    </g>
  );
}

export function lengthText(length: NonNullable<Length>): string {
  if (length.kind === "pixels") return t("files.pixels", { n: numberText(length.pixels) });
  return t(length.rough ? "files.mmRough" : "files.mm", { n: numberText(length.mm) });
}
