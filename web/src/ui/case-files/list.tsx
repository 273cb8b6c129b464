/** The files of a case as small pictures, those on their way with how far they came, and the way to add one. */
import { useRef } from "react";

import { numberText, timeText } from "@/lib/clock";
import { ACCEPT, type FileView } from "@/lib/case-files";
import { t } from "@/lib/i18n";
import { Problem } from "@/lib/problem";
import { Button } from "@/ui/button";
import { Icon, type IconName } from "@/ui/icon";
import { EmptyState } from "@/ui/lists";
import { problemText } from "@/ui/problem-alert";

import { Drawn } from "./drawn";

export interface Going {
  /** Of the outbox. */
  readonly id: string;
  readonly name: string;
  readonly sent: number;
  readonly size: number;
  /** Why it will not arrive. */
  readonly refused: { readonly code: string; readonly params: Problem["params"] } | null;
}

const ICON: Readonly<Record<FileView["kind"], IconName>> = {
  photo: "image",
  still: "image",
  document: "file",
  dicom: "image",
  video: "video",
  sound: "speaker",
};

export function nameOf(file: FileView): string {
  if (file.caption !== "") return file.caption;
  const kind = t(`files.kind_${file.kind}`);
  return file.number === null ? kind : t("files.numbered", { kind, n: file.number });
}

export function AddFiles({ busy, onPick }: { busy: boolean; onPick: (files: readonly File[]) => void }) {
  const pick = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="plus" busy={busy} onClick={() => pick.current?.click()}>
        {t("files.add")}
      </Button>
      <input
        ref={pick}
        className="vh"
        tabIndex={-1}
        type="file"
        multiple
        accept={ACCEPT}
        aria-label={t("files.add")}
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </>
  );
}

export function OnTheirWay({
  going,
  onCancel,
  onRetry,
}: {
  going: readonly Going[];
  onCancel: (id: string) => void;
  onRetry: (id: string) => void;
}) {
  if (going.length === 0) return null;
  return (
    <ul className="stack t" aria-label={t("files.onTheirWay")}>
      {going.map(({ id, name, sent, size, refused }) => (
        <li key={id} className="card row cf-going">
          <span className="sp">
            <b>{name}</b>
            {refused === null ? (
              <>
                <small>{t("files.sent", { sent: kb(sent), size: kb(size) })}</small>
                <progress value={sent} max={size} aria-label={t("files.progress", { name })} />
              </>
            ) : (
              <small className="c-danger" role="alert">
                {problemText(new Problem(refused))}
              </small>
            )}
          </span>
          {refused !== null && (
            <Button size="compact" onClick={() => onRetry(id)}>
              {t("common.retry")}
            </Button>
          )}
          <Button size="compact" tone="quiet" onClick={() => onCancel(id)}>
            {t(refused === null ? "files.cancel" : "files.drop")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const kb = (bytes: number): string => numberText(Math.max(1, Math.round(bytes / 1_000)));

export function Thumbnails({
  files,
  shown,
  onOpen,
}: {
  files: readonly FileView[];
  shown: readonly string[];
  onOpen: (file: FileView) => void;
}) {
  if (files.length === 0) return <EmptyState icon="image" title={t("files.none")} text={t("files.noneText")} />;
  return (
    <ul className="cf-grid">
      {files.map((file) => (
        <li key={file.id}>
          <button type="button" className="cf-card" aria-pressed={shown.includes(file.id)} onClick={() => onOpen(file)}>
            <span className="cf-thumb">
              {file.pages > 0 ? (
                <Drawn path={`/api/files/${file.id}/thumbnail`} label="" />
              ) : (
                <Icon name={ICON[file.kind]} />
              )}
            </span>
            <b>{nameOf(file)}</b>
            <small>{factsOf(file)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function factsOf(file: FileView): string {
  const facts = [t("files.takenAt", { who: file.made_by.name, time: timeText(file.taken_at) })];
  if (file.pages > 1) facts.push(t(file.kind === "dicom" ? "files.frames" : "files.pages", { n: file.pages }));
  if (file.duration_ms !== null) facts.push(t("files.seconds", { n: Math.round(file.duration_ms / 1_000) }));
  return facts.join(" · ");
}
