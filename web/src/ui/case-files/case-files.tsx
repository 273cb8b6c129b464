/** All files of a case: added, on their way, as small pictures; one of them large, or two beside each other. */
import { useState } from "react";

import { fileUrl } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { asProblem, type Problem } from "@/lib/problem";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { ProblemAlert } from "@/ui/problem-alert";

import { AddFiles, nameOf, OnTheirWay, Thumbnails, type Going } from "./list";
import { Pane, type Ink } from "./pane";

import type { FileView } from "@/lib/case-files";

import "./case-files.css";

export interface CaseFilesDesk {
  readonly files: readonly FileView[];
  readonly ink: Ink;
  readonly going: readonly Going[];
  readonly adding: boolean;
  readonly problem: Problem | null;
  /** Null: this person only looks. */
  readonly add: ((files: readonly File[]) => void) | null;
  readonly cancel: (id: string) => void;
  readonly retry: (id: string) => void;
}

export function CaseFiles({ desk }: { desk: CaseFilesDesk }) {
  const [shown, setShown] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  const open = shown.flatMap((id) => desk.files.filter((file) => file.id === id));
  const press = ({ id }: FileView) => {
    if (shown.includes(id)) setShown(shown.filter((one) => one !== id));
    else if (comparing && shown.length > 0) setShown([...shown.slice(0, 1), id]);
    else setShown([id]);
  };
  return (
    <div className="stack">
      {desk.add !== null && (
        <div className="row">
          <AddFiles busy={desk.adding} onPick={desk.add} />
          <small className="cf-note">{t("files.addNote")}</small>
        </div>
      )}
      <ProblemAlert problem={desk.problem} />
      <OnTheirWay going={desk.going} onCancel={desk.cancel} onRetry={desk.retry} />
      {open.length > 0 && (
        <div className="row">
          <Button
            icon="swap"
            aria-pressed={comparing}
            onClick={() => {
              setComparing(!comparing);
              if (comparing) setShown(shown.slice(0, 1));
            }}
          >
            {t(comparing ? "files.one" : "files.compare")}
          </Button>
          <Button icon="x" onClick={() => setShown([])}>
            {t("common.close")}
          </Button>
          {comparing && open.length === 1 && <span role="status">{t("files.pickSecond")}</span>}
        </div>
      )}
      {open.length > 0 && (
        <div className={open.length > 1 ? "cf-panes two" : "cf-panes"}>
          {open.map((file) =>
            file.pages > 0 && file.kind !== "video" ? (
              <Pane key={file.id} file={file} ink={desk.ink} />
            ) : (
              <Whole key={file.id} file={file} />
            ),
          )}
        </div>
      )}
      <Thumbnails files={desk.files} shown={shown} onOpen={press} />
    </div>
  );
}

/** Video and sound are played, and what nothing here can draw is saved, by the browser: in a page of its own. */
function Whole({ file }: { file: FileView }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = async () => {
    setBusy(true);
    try {
      window.open(await fileUrl(`/api/files/${file.id}/content`), "_blank", "noopener");
      setProblem(null);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    setBusy(false);
  };
  const plays = file.kind === "video" || file.kind === "sound";
  return (
    <Banner tone="info" title={nameOf(file)}>
      <p>{t(plays ? "files.playText" : "files.notDrawn")}</p>
      <ProblemAlert problem={problem} />
      <Button icon={plays ? "video" : "download"} busy={busy} onClick={() => void open()}>
        {t(plays ? "files.play" : "files.save")}
      </Button>
    </Banner>
  );
}
