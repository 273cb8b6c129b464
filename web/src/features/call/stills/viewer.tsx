/** One picture over the stage, and the strokes and words of both ends on it, as they are drawn. */
import { useEffect, useRef, useState, type PointerEvent, type Ref } from "react";

import { useMe } from "@/context/session";
import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Icon, type IconName } from "@/ui/icon";

import {
  drawnOn,
  WHOLE,
  type DeskState,
  type FileView,
  type PictureDesk,
  type Points,
  type Shape,
  type Words,
} from "./desk";
import { nameOf, Picture } from "./picture";
import { MIDDLE, Writing, Written, type Place } from "./words";

const SAY_EVERY_MS = 120;
/** Numbers, two a point. */
const SAY_MOST = 120;
const MOST = 1_000;
const NEAR = 40;
type Tool = "line" | "arrow" | "text";
type Drawn = Exclude<Shape, { kind: "text" }>;

export function Viewer({ desk, state, file }: { desk: PictureDesk; state: DeskState; file: FileView }) {
  const me = useMe();
  const [tool, setTool] = useState<Tool | null>("line");
  const [mine, setMine] = useState<Points>([]);
  const stroke = useRef<{ id: string; xy: number[]; said: number; saidAt: number } | null>(null);
  const [writing, setWriting] = useState<Place | null>(null);
  /** Taken back, and not yet known to be: pressed again it is the one before. */
  const going = useRef(new Set<string>());
  const close = useRef<HTMLButtonElement>(null);
  const words = useRef<HTMLButtonElement>(null);
  const unsent = useRef<{ said: string; id: string } | null>(null);
  useEffect(() => close.current?.focus(), [file.id]);
  const shapes = drawnOn(state.drawings, file.id);
  const own = shapes.filter(({ by }) => by.id === me.id);
  const strokes = shapes.flatMap(({ id, shape, by }) => (shape && shape.kind !== "text" ? [{ id, shape, by }] : []));
  const live = Object.entries(state.live).filter(([, one]) => one.file === file.id);

  const at = (event: PointerEvent<SVGSVGElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    const part = (value: number, from: number, size: number) =>
      Math.round(Math.min(1, Math.max(0, (value - from) / size)) * WHOLE);
    return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
  };
  const say = (all: boolean) => {
    const now = stroke.current;
    if (!now || tool !== "line") return;
    if (!all && performance.now() - now.saidAt < SAY_EVERY_MS) return;
    const fresh = now.xy.slice(now.said, now.said + SAY_MOST);
    if (fresh.length === 0) return;
    desk.stroke(now.id, file.id, fresh);
    [now.said, now.saidAt] = [now.said + fresh.length, performance.now()];
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const now = stroke.current;
    if (!now) return;
    const [x, y] = at(event);
    const [x0 = x, y0 = y] = now.xy.slice(-2);
    if (Math.hypot(x - x0, y - y0) < NEAR || now.xy.length >= MOST) return;
    now.xy.push(x, y);
    setMine([...now.xy]);
    say(false);
  };
  const end = () => {
    const now = stroke.current;
    if (!now) return;
    say(true);
    stroke.current = null;
    setMine([]);
    const shape = shapeOf(tool, now.xy);
    if (shape.kind === "line" || now.xy.length > 2) void desk.draw(file.id, now.id, shape);
  };
  const pick = (next: Tool) => {
    const off = tool === next && (next !== "text" || writing !== null);
    setTool(off ? null : next);
    setWriting(!off && next === "text" ? MIDDLE : null);
  };
  const setWords = async (line: Words) => {
    // Said again after a lost answer they are the same words, not others beside them.
    const said = JSON.stringify(line);
    if (unsent.current?.said !== said) unsent.current = { said, id: uuid7() };
    const done = await desk.draw(file.id, unsent.current.id, line);
    if (done) unsent.current = null;
    return done;
  };
  const size = { width: file.width ?? 4, height: file.height ?? 3 };
  return (
    <div className="st-viewer" role="region" aria-label={t("stills.viewer", { name: nameOf(file) })}>
      <div
        className="st-paper"
        style={{ aspectRatio: `${size.width} / ${size.height}`, ["--st-ratio" as string]: size.width / size.height }}
      >
        <Picture file={file} edge={2_560} />
        <svg
          className={tool === null ? "st-ink" : "st-ink st-pen"}
          viewBox={`0 0 ${WHOLE} ${WHOLE}`}
          preserveAspectRatio="none"
          aria-label={t("stills.strokes", { n: strokes.length })}
          role="img"
          onPointerDown={(event) => {
            if (tool === null || event.button !== 0) return;
            if (tool === "text") {
              event.preventDefault(); // the field keeps the keyboard
              return setWriting(at(event));
            }
            event.currentTarget.setPointerCapture(event.pointerId);
            stroke.current = { id: uuid7(), xy: at(event), said: 0, saidAt: 0 };
          }}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        >
          {strokes.map(({ id, shape, by }) => (
            <Ink key={id} shape={shape} mine={by.id === me.id} />
          ))}
          {live.map(([id, { xy }]) => (
            <Ink key={id} shape={{ kind: "line", xy: [...xy] }} mine={false} />
          ))}
          {mine.length > 2 && <Ink shape={shapeOf(tool, mine)} mine />}
        </svg>
        <Written drawings={shapes} me={me.id} />
        {writing && (
          <Writing
            at={writing}
            onMove={setWriting}
            onSet={setWords}
            onClose={() => {
              setWriting(null);
              words.current?.focus();
            }}
          />
        )}
      </div>
      <span className="lbl up">{t("stills.shown", { name: nameOf(file), time: timeText(file.taken_at) })}</span>
      <div className="st-tools" role="group" aria-label={t("stills.tools")}>
        <Tool icon="pen" label={t("stills.pen")} on={tool === "line"} onClick={() => pick("line")} />
        <Tool button={words} icon="chat" label={t("stills.text")} on={tool === "text"} onClick={() => pick("text")} />
        <Tool icon="up" label={t("stills.arrow")} on={tool === "arrow"} onClick={() => pick("arrow")} />
        <Tool
          icon="refresh"
          label={t("stills.undo")}
          off={own.length === 0}
          onClick={() => {
            const newest = own.findLast(({ id }) => !going.current.has(id));
            if (!newest) return;
            going.current.add(newest.id);
            void desk.erase(file.id, newest.id).then((done) => done || going.current.delete(newest.id));
          }}
        />
        <button ref={close} type="button" className="cb" onClick={() => desk.open(null)}>
          <Icon name="x" />
          <span>{t("common.close")}</span>
        </button>
      </div>
    </div>
  );
}

function shapeOf(tool: Tool | null, xy: Points): Drawn {
  if (tool === "arrow") return { kind: "arrow", xy: [...xy.slice(0, 2), ...xy.slice(-2)] };
  return { kind: "line", xy: [...xy] };
}

function Ink({ shape, mine }: { shape: Drawn; mine: boolean }) {
  const path = shape.kind === "line" ? lineOf(shape.xy) : arrowOf(shape.xy);
  return (
    <g className={mine ? "st-mine" : "st-theirs"} vectorEffect="non-scaling-stroke">
      <path className="st-edge" d={path} vectorEffect="non-scaling-stroke" />
      <path d={path} vectorEffect="non-scaling-stroke" />
    </g>
  );
}

function lineOf(xy: Points): string {
  if (xy.length === 2) return `M${xy.join(" ")}h1`;
  let path = "";
  for (let n = 0; n < xy.length; n += 2) path += `${n === 0 ? "M" : "L"}${String(xy[n])} ${String(xy[n + 1])}`;
  return path;
}

const HEAD = 350;
function arrowOf([x0 = 0, y0 = 0, x = 0, y = 0]: Points): string {
  const way = Math.atan2(y - y0, x - x0);
  const barb = (turn: number) => `M${x} ${y}L${x - HEAD * Math.cos(way + turn)} ${y - HEAD * Math.sin(way + turn)}`;
  return `M${x0} ${y0}L${x} ${y}${barb(0.5)}${barb(-0.5)}`;
}

function Tool({
  button,
  icon,
  label,
  on,
  off = false,
  onClick,
}: {
  button?: Ref<HTMLButtonElement>;
  icon: IconName;
  label: string;
  on?: boolean;
  off?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      ref={button}
      type="button"
      className={on ? "cb hot" : "cb"}
      aria-pressed={on}
      disabled={off}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}
