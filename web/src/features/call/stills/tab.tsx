/** The tab “Ảnh”: what there is, what was asked for, what can be asked; at the station a phone as second camera. */
import { useState } from "react";

import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { AllFiles } from "./all-files-later";
import { TakeNow, type Props } from "./on-stage";
import { Phones } from "./phones";
import { nameOf, Picture } from "./picture";
import { useDesk } from "./use-desk";

import type { DeskState, FileView, PictureDesk } from "./desk";

const OFTEN = ["stills.often1", "stills.often2", "stills.often3", "stills.often4"] as const;

export function PicturesTab({ detail, call, title, atStation }: Props) {
  const [state, desk] = useDesk(detail, call, title);
  const kept = state.files.filter((file) => file.state === "kept" && (file.kind === "photo" || file.kind === "still"));
  const asked = state.files.filter((file) => file.state === "asked");
  return (
    <>
      {state.problem && <ProblemAlert problem={state.problem} onRetry={() => void desk.load()} />}
      {!state.loaded && state.problem === null && <LoadingRows />}
      {state.loaded && kept.length === 0 && (
        <EmptyState
          icon="image"
          title={t("stills.none")}
          text={t(atStation ? "stills.noneStation" : "stills.noneHospital")}
        />
      )}
      {kept.length > 0 && (
        <ul className="st-grid">
          {kept.map((file) => (
            <li key={file.id}>
              <Shown file={file} state={state} desk={desk} />
            </li>
          ))}
        </ul>
      )}
      {asked.map((file) => (
        <Asked key={file.id} file={file} desk={desk} atStation={atStation} busy={state.taking} />
      ))}
      {atStation ? (
        <>
          {asked.length === 0 && (
            <div className="row">
              <TakeNow desk={desk} asked={null} busy={state.taking} />
            </div>
          )}
          <Phones state={state} call={call} />
        </>
      ) : (
        <Ask desk={desk} />
      )}
      <AllFiles summary={detail.summary} />
    </>
  );
}

function Shown({ file, state, desk }: { file: FileView; state: DeskState; desk: PictureDesk }) {
  const shown = state.shown === file.id;
  return (
    <button type="button" className="st-card" aria-pressed={shown} onClick={() => desk.open(shown ? null : file.id)}>
      <Picture file={file} edge={360} />
      <b>{nameOf(file)}</b>
      <span className={shown ? "c-ok" : "mut"}>
        {shown
          ? t("stills.open")
          : t(file.by_phone ? "stills.takenByPhone" : "stills.taken", { time: timeText(file.taken_at) })}
      </span>
    </button>
  );
}

function Asked({
  file,
  desk,
  atStation,
  busy,
}: {
  file: FileView;
  desk: PictureDesk;
  atStation: boolean;
  busy: boolean;
}) {
  return (
    <div className="card stack t">
      <b>{t("stills.askedAt", { what: file.caption, time: timeText(file.made_at) })}</b>
      {!atStation && <span className="mut">{t("stills.voiceFirst")}</span>}
      <div className="row">
        {atStation && <TakeNow desk={desk} asked={file} busy={busy} />}
        <Button tone="quiet" onClick={() => void desk.discard(file.id)}>
          {t(atStation ? "stills.cannot" : "stills.never")}
        </Button>
      </div>
    </div>
  );
}

function Ask({ desk }: { desk: PictureDesk }) {
  const [words, setWords] = useState("");
  const ask = (what: string) => void desk.ask(what).then((done) => done && setWords(""));
  return (
    <form
      className="stack t"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== "") ask(words.trim());
      }}
    >
      <h3>{t("stills.askTitle")}</h3>
      <div className="row">
        {OFTEN.map((key) => (
          <Chip key={key} pressed={false} onClick={() => ask(t(key))}>
            {t(key)}
          </Chip>
        ))}
      </div>
      <TextField label={t("stills.askOther")} maxLength={200} value={words} onText={setWords} />
      <div>
        <Button type="submit" icon="camera" disabled={words.trim() === ""}>
          {t("stills.ask")}
        </Button>
      </div>
    </form>
  );
}
