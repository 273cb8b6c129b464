/** The end of the minutes: reading back in large letters, signing, and what stands once all have signed. */
import { useState, type ReactNode } from "react";

import { whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { checkCode, CONCLUSION, SIGN_LINES, type FieldName, type MinutesView } from "@/lib/minutes-state";
import { asProblem } from "@/lib/problem";

import { Banner } from "./banner";
import { Button } from "./button";
import { Icon } from "./icon";
import { ConclusionList } from "./minutes-next";
import { ProblemAlert } from "./problem-alert";

import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";

import "./minutes.css";

/** Reads the text back, asks for the password, signs. An item edited meanwhile loses its tick: what was ticked is no more. */
export function ReadBack({
  desk,
  now,
  name,
  offline,
  onSigned,
}: {
  desk: MinutesDesk;
  now: DeskNow;
  /** Of the one who signs. */
  name: string;
  offline: boolean;
  onSigned: () => void;
}) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const lines = now.view?.my_lines ?? [];
  // Reading aloud is the work of whoever signs for the station; the chair has said it and looks it over.
  const aloud = lines.includes("station");
  const key = (item: FieldName) => `${item} ${now.fields[item].told.version}`;
  const left = aloud ? CONCLUSION.filter((item) => !ticked.has(key(item))).length : 0;
  const sign = () => {
    setBusy(true);
    setProblem(null);
    desk
      .sign(password)
      .then(onSigned, (fault: unknown) => setProblem(asProblem(fault)))
      .finally(() => {
        setBusy(false);
        setPassword("");
      });
  };
  return (
    <form
      className="stack read minutes"
      onSubmit={(event) => {
        event.preventDefault();
        if (left === 0 && password !== "" && !busy && !offline) sign();
      }}
    >
      <p className="mut">{aloud ? t("minutes.readStation") : t("minutes.readChair")}</p>
      <ConclusionList
        now={now}
        {...(aloud && {
          ticks: (item) => (
            <label>
              <input
                type="checkbox"
                checked={ticked.has(key(item))}
                onChange={(event) => {
                  const next = new Set(ticked);
                  if (event.target.checked) next.add(key(item));
                  else next.delete(key(item));
                  setTicked(next);
                }}
              />
              {t("minutes.read")}
            </label>
          ),
        })}
      />
      <p>{t("minutes.signAs", { lines: lines.map((line) => word("signLine", line)).join(", ") })}</p>
      <div className="signrow">
        <div className="f">
          <label htmlFor="minutes-password">{t("minutes.passwordOf", { name })}</label>
          <input
            id="minutes-password"
            className="inp"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          tone="primary"
          size="lg"
          icon="sign"
          busy={busy}
          disabled={left > 0 || password === "" || offline}
        >
          {left > 0 ? t("minutes.signLeft", { n: left }) : t("minutes.sign")}
        </Button>
      </div>
      {offline && (
        <Banner tone="warn" icon="cloudOff" live="status">
          {t("minutes.noNetwork")}
        </Banner>
      )}
      <ProblemAlert problem={problem} />
      <p className="s">{t("minutes.signFinal")}</p>
    </form>
  );
}

export function Signatures({ view }: { view: MinutesView }) {
  return (
    <div>
      {SIGN_LINES.map((line) => {
        const signed = view.signatures.find((found) => found.line === line);
        const mine = view.my_lines.includes(line);
        // Before somebody signs, only the chair's line has a name: any authorised person of the station may take the others.
        const who = signed?.by ?? (line === "chair" ? view.chair : null);
        const title = who?.name ?? word("signLine", line);
        return (
          <div key={line} className={`sig ${signed ? "c-ok" : mine ? "c-warn" : "mut"}`}>
            <Icon name={signed ? "check" : mine ? "sign" : "clock"} />
            <span>
              <b style={{ color: "var(--text)" }}>{title}</b>
              {who && (
                <>
                  <br />
                  <span className="mut">{word("signLine", line)}</span>
                </>
              )}
              <br />
              {signed
                ? t("minutes.signedAt", { time: whenText(signed.at) })
                : mine
                  ? t("minutes.yourTurn")
                  : t("minutes.notSigned")}
            </span>
          </div>
        );
      })}
    </div>
  );
}

export function LockedBanner({ view, actions }: { view: MinutesView; actions?: ReactNode }) {
  const last =
    view.signatures
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? "";
  return (
    <Banner
      tone="ok"
      icon="lock"
      title={t("minutes.lockedTitle", { time: whenText(last) })}
      {...(actions !== undefined && { action: actions })}
    >
      {t("minutes.lockedText", { number: view.number ?? "", check: checkCode(view.document_hash) })}
    </Banner>
  );
}
