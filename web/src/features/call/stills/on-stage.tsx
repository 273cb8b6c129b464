/** What pictures bring to the stage: the wish for one, one on its way, and the one that both look at. */
import { useRef } from "react";

import { useOutbox } from "@/context/use-outbox";
import { localMedia } from "@/lib/local-media";
import { numberText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";

import { useDesk, useDeskNews } from "./use-desk";
import { Viewer } from "./viewer";

import type { Detail } from "@/lib/consult-api";
import type { DeskState, FileView, PictureDesk } from "./desk";

import "./stills.css";

export interface Props {
  readonly detail: Detail;
  readonly call: string;
  readonly title: string;
  readonly atStation: boolean;
}

export function OnStage({ detail, call, title, atStation }: Props) {
  const [state, desk] = useDesk(detail, call, title);
  useDeskNews(desk);
  const file = state.files.find(({ id, state: now }) => id === state.shown && now === "kept");
  return (
    <>
      {atStation && <Wish state={state} desk={desk} />}
      <OnItsWay state={state} atStation={atStation} />
      {file && <Viewer key={file.id} desk={desk} state={state} file={file} />}
    </>
  );
}

/** The newest wish that nobody answered. */
function Wish({ state, desk }: { state: DeskState; desk: PictureDesk }) {
  const [{ items }] = useOutbox();
  const going = new Set(items.map(({ job }) => (job.kind === "photo" ? job.file : "")));
  const asked = state.files.findLast(({ id, state: now }) => now === "asked" && !going.has(id));
  if (!asked) return null;
  return (
    <div className="cause asks" role="status">
      <Icon name="camera" />
      <span>{t("stills.asked", { who: asked.asked_by?.name ?? "", what: asked.caption })}</span>
      <span className="row nw">
        <TakeNow desk={desk} asked={asked} busy={state.taking} />
      </span>
    </div>
  );
}

export function TakeNow({ desk, asked, busy }: { desk: PictureDesk; asked: FileView | null; busy: boolean }) {
  const pick = useRef<HTMLInputElement>(null);
  const take = () => {
    const track = localMedia().stream?.getVideoTracks()[0];
    // Without a camera here a file, or the phone's own camera, does.
    if (track) void desk.take(track, asked);
    else pick.current?.click();
  };
  return (
    <>
      <Button tone="primary" busy={busy} onClick={take}>
        {t("stills.takeNow")}
      </Button>
      <Button busy={busy} onClick={() => pick.current?.click()}>
        {t("stills.pick")}
      </Button>
      <input
        ref={pick}
        className="vh"
        tabIndex={-1}
        aria-label={t("stills.pick")}
        type="file"
        accept="image/*"
        onChange={({ target }) => {
          const [picked] = target.files ?? [];
          if (picked) void desk.pick(picked, asked);
          target.value = "";
        }}
      />
    </>
  );
}

const kb = (bytes: number): string => numberText(Math.round(bytes / 1_000));

/** How far the picture came that is on its way; at the station from what was sent, elsewhere from what arrived. */
function OnItsWay({ state, atStation }: { state: DeskState; atStation: boolean }) {
  const [{ items }] = useOutbox();
  const job = items.find((item) => item.job.kind === "photo" && item.stop === null);
  const coming = state.files.findLast((file) => file.state === "arriving");
  const [sent, size, name] =
    job?.job.kind === "photo"
      ? [job.sent, job.job.body.size, job.job.body.caption]
      : [coming?.received ?? 0, coming?.size ?? 0, coming?.caption];
  if (size === 0) return null;
  const words = atStation ? "stills.sending" : "stills.coming";
  return (
    <div className="cause asks st-way">
      <Icon name="send" />
      <span>
        {t(words, {
          what: name === "" || name === undefined ? t("stills.picture") : name,
          sent: kb(sent),
          size: kb(size),
        })}
        <progress value={sent} max={size} aria-label={t("stills.progress")} />
      </span>
    </div>
  );
}
