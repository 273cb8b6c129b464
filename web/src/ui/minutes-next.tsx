/** What the minutes ask of this person next: fill in, confirm, sign, or wait. */
import { useState } from "react";

import { t, word } from "@/lib/i18n";
import { CONCLUSION, isOwed, FIELDS, nextAct, shown, type MinutesView } from "@/lib/minutes-state";
import { asProblem } from "@/lib/problem";

import { Button } from "./button";
import { ConfirmDialog } from "./dialog";
import { Icon } from "./icon";
import { goToField } from "./minutes-field";
import { ProblemAlert } from "./problem-alert";
import { SavedMark } from "./sticky-footer";
import { Pill } from "./tags";

import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";

import "./minutes.css";

export function StatePill({ view }: { view: MinutesView }) {
  switch (view.state) {
    case "draft":
      return (
        <Pill tone="info" icon="pen">
          {t("minutes.stateDraft")}
        </Pill>
      );
    case "signing":
      return (
        <Pill tone="warn" icon="sign">
          {t("minutes.stateSigning", { n: view.signatures.length })}
        </Pill>
      );
    case "discarded": // never shown by itself: the edition in force stands here
    case "signed":
      return (
        <Pill tone="ok" icon="lock">
          {t("minutes.stateSigned")}
        </Pill>
      );
  }
}

/** `Đã lưu trên máy`, then `ở cả hai bên` once the server has all of it. */
export function MinutesSaved({ now }: { now: DeskNow }) {
  const owed = FIELDS.some((field) => isOwed(now.fields[field])) || now.opinion.text.trim() !== "";
  if (owed) return <SavedMark at={now.keptAt} />;
  const told = FIELDS.map((field) => now.fields[field].told.at).filter((at) => at !== null);
  const newest = told.sort().at(-1) ?? null;
  return <SavedMark at={now.sharedAt ?? newest} both />;
}

/** The main button. Leads to what is missing, confirms, or opens the reading back. */
export function NextButton({
  desk,
  now,
  me,
  offline,
  onSign,
  size,
}: {
  desk: MinutesDesk;
  now: DeskNow;
  me: string;
  offline: boolean;
  onSign: () => void;
  size?: "lg";
}) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  if (now.view === null) return null;
  const act = nextAct(now.view, now.fields, me);
  const big = { tone: "primary" as const, wide: true, ...(size && { size }) };
  const confirm = () => {
    setBusy(true);
    setProblem(null);
    desk.conclude().then(
      () => {
        setBusy(false);
        setAsking(false);
      },
      (fault: unknown) => {
        setBusy(false);
        setProblem(asProblem(fault));
      },
    );
  };
  switch (act.kind) {
    case "choose":
    case "fill": {
      const field = word("minutesField", act.field).toLowerCase();
      return (
        <Button {...big} onClick={() => goToField(act.field)}>
          {act.kind === "fill" ? t("minutes.fill", { field }) : t("minutes.choose", { field })}
        </Button>
      );
    }
    case "conclude":
      return (
        <>
          <Button {...big} icon="check" disabled={offline} onClick={() => setAsking(true)}>
            {t("minutes.conclude")}
          </Button>
          <ConfirmDialog
            open={asking}
            title={t("minutes.concludeTitle")}
            confirm={t("minutes.conclude")}
            busy={busy}
            onClose={() => setAsking(false)}
            onConfirm={confirm}
          >
            <p>{t("minutes.concludeText")}</p>
            <ConclusionList now={now} />
            <ProblemAlert problem={problem} />
          </ConfirmDialog>
        </>
      );
    case "wait-conclude":
      return (
        <Waiting
          title={t("minutes.waitConclude", { name: now.view.chair?.name ?? "" })}
          text={t("minutes.waitConcludeText")}
        />
      );
    case "sign":
      return (
        <Button {...big} icon="sign" onClick={onSign}>
          {t("minutes.readBack")}
        </Button>
      );
    case "wait-sign":
      return (
        <Waiting
          title={t("minutes.waitSign", {
            who: act.lines.map((line) => word("signLine", line).toLowerCase()).join(", "),
          })}
          text={t("minutes.signedMine")}
        />
      );
    case "signed":
      return null;
  }
}

function Waiting({ title, text }: { title: string; text: string }) {
  return (
    <p className="row nw top" role="status">
      <Icon name="clock" />
      <span>
        <b>{title}</b>
        <br />
        <span className="s">{text}</span>
      </span>
    </p>
  );
}

/** The five items as they stand. */
function ConclusionList({ now }: { now: DeskNow }) {
  return (
    <div className="minutes">
      {CONCLUSION.map((name) => {
        const value = shown(now.fields[name]);
        return (
          <div key={name} className="item">
            <span className="k">{word("minutesField", name)}</span>
            <span className="pre">{value === "" ? "–" : name === "place" ? word("place", value) : value}</span>
          </div>
        );
      })}
    </div>
  );
}
