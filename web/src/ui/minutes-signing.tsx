/** The end of the minutes: reading back in large letters, signing, and what stands once all have signed. */
import { useEffect, useState, type ReactNode } from "react";

import { timeText, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { differences, passkeyProof, readBack, sign, toSign, wordsOf, type Proof } from "@/lib/minutes-signing";
import { checkCode, CONCLUSION, SIGN_LINES, type MinutesView } from "@/lib/minutes-state";
import { passkeysHere, wasDismissed } from "@/lib/passkeys";
import { asProblem } from "@/lib/problem";

import { Banner } from "./banner";
import { Button } from "./button";
import { Icon } from "./icon";
import { LoadingRows } from "./lists";
import { ProblemAlert } from "./problem-alert";

import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";

import "./minutes.css";

type Mark = MinutesView["read_back"][number];
type Side = Mark["side"];

/**
 * Reads the text back, asks who signs, signs. What stands here is the text as it was fetched to be signed, and that text's
 * hash is what is signed: news of others do not change it under the reader's eyes, they are shown as what changed.
 */
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
  const [read, setRead] = useState<MinutesView | null>(null);
  const [earlier, setEarlier] = useState<MinutesView | null>(null);
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const fetchText = () => {
    setProblem(null);
    toSign(desk).then(setRead, (fault: unknown) => setProblem(asProblem(fault)));
  };
  useEffect(() => {
    let gone = false;
    toSign(desk).then(
      (view) => gone || setRead(view),
      (fault: unknown) => gone || setProblem(asProblem(fault)),
    );
    return () => {
      gone = true;
    };
  }, [desk]);
  if (read === null) return problem === null ? <LoadingRows /> : <ProblemAlert problem={problem} onRetry={fetchText} />;
  const live = now.view ?? read;
  const moved = live.id === read.id && differences(read, live).length > 0;
  const lines = read.my_lines;
  // Reading aloud is the work of whoever signs for the station; the chair hears it and says that it is right.
  const aloud = lines.includes("station");
  const mine: Side = aloud ? "station" : "hospital";
  const marks = live.read_back;
  const left = aloud ? CONCLUSION.filter((item) => !marks.some((m) => m.field === item && m.side === mine)).length : 0;
  const readNew = () => {
    setEarlier(read);
    fetchText();
  };
  const finish = (prove: (fresh: MinutesView) => Promise<Proof>) => {
    setBusy(true);
    setProblem(null);
    sign(desk, read, prove)
      .then(onSigned, (fault: unknown) => {
        if (wasDismissed(fault)) return;
        const refused = asProblem(fault);
        setProblem(refused);
        if (refused.status === 409) void desk.reload();
      })
      .finally(() => {
        setBusy(false);
        setPassword("");
      });
  };
  const stop = left > 0 || offline || moved;
  return (
    <form
      className="stack read minutes"
      onSubmit={(event) => {
        event.preventDefault();
        if (!stop && password !== "" && !busy) finish(() => Promise.resolve({ password }));
      }}
    >
      <p className="mut">{aloud ? t("minutes.readStation") : t("minutes.readChair")}</p>
      {moved ? (
        <Banner
          tone="warn"
          icon="users"
          live="alert"
          title={t("editions.movedTitle")}
          action={
            <Button icon="refresh" onClick={readNew}>
              {t("editions.readNew")}
            </Button>
          }
        >
          <Differences before={read} after={live} />
        </Banner>
      ) : (
        earlier !== null &&
        differences(earlier, read).length > 0 && (
          <Banner tone="info" icon="eye" title={t("editions.changedSince")}>
            <Differences before={earlier} after={read} />
          </Banner>
        )
      )}
      <div className="minutes">
        {CONCLUSION.map((item) => {
          const value = read.fields[item]?.text ?? "";
          return (
            <div key={item} className="item">
              <span className="k">{word("minutesField", item)}</span>
              <span className="pre">{value === "" ? "–" : item === "place" ? word("place", value) : value}</span>
              <ReadMarks
                marks={marks.filter((mark) => mark.field === item)}
                mine={mine}
                disabled={offline || moved}
                onMark={() => readBack(desk, read, item).catch((fault: unknown) => setProblem(asProblem(fault)))}
              />
            </div>
          );
        })}
      </div>
      <p>{t("minutes.signAs", { lines: lines.map((line) => word("signLine", line)).join(", ") })}</p>
      <p className="s">{t("editions.signsText", { check: checkCode(live.document_hash) })}</p>
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
        <Button type="submit" tone="primary" size="lg" icon="sign" busy={busy} disabled={stop || password === ""}>
          {left > 0 ? t("minutes.signLeft", { n: left }) : t("minutes.sign")}
        </Button>
      </div>
      {passkeysHere() && (
        <div>
          <Button icon="key" disabled={stop || busy} onClick={() => finish(passkeyProof)}>
            {t("editions.signPasskey")}
          </Button>
        </div>
      )}
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

/** Both sides' word on one item, with who and when; one's own may be given here. */
function ReadMarks({
  marks,
  mine,
  disabled,
  onMark,
}: {
  marks: readonly Mark[];
  mine: Side;
  disabled: boolean;
  onMark: () => Promise<unknown>;
}) {
  const [sent, setSent] = useState(false);
  const own = marks.find(({ side }) => side === mine);
  const other = marks.find(({ side }) => side !== mine);
  return (
    <span className="stack t">
      <label>
        <input
          type="checkbox"
          checked={own !== undefined || sent}
          disabled={disabled || own !== undefined}
          onChange={() => {
            setSent(true);
            void onMark().finally(() => setSent(false));
          }}
        />
        {mine === "station" ? t("minutes.read") : t("editions.heard")}
      </label>
      {[own, other].map(
        (mark) =>
          mark && (
            <small key={mark.side} className="c-ok">
              {t(mark.side === "station" ? "editions.readBy" : "editions.heardBy", {
                name: mark.by.name,
                time: timeText(mark.at),
              })}
            </small>
          ),
      )}
    </span>
  );
}

/** What one text says otherwise than another: words that went are struck, words that came are marked. */
export function Differences({ before, after }: { before: MinutesView; after: MinutesView }) {
  const found = differences(before, after);
  if (found.length === 0) return <p>{t("editions.sameWords")}</p>;
  return (
    <dl className="diff">
      {found.map(({ field, before: old, after: fresh }, nth) => (
        <div key={field ?? `opinion ${String(nth)}`}>
          <dt>{field === null ? t("editions.newOpinion") : word("minutesField", field)}</dt>
          <dd className="pre">
            {wordsOf(field === "place" ? placeWord(old) : old, field === "place" ? placeWord(fresh) : fresh).map(
              ({ text, kind }, piece) =>
                kind === "same" ? (
                  <span key={piece}>{text}</span>
                ) : kind === "gone" ? (
                  <del key={piece}>{text}</del>
                ) : (
                  <ins key={piece}>{text}</ins>
                ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const placeWord = (place: string): string => (place === "" ? "" : word("place", place));

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
                ? t(signed.means === "passkey" ? "editions.signedByKey" : "minutes.signedAt", {
                    time: whenText(signed.at),
                  })
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
      {t("minutes.lockedText", { number: view.number ?? "", check: checkCode(view.document_hash) })}{" "}
      {sealText(view.seal)}
    </Banner>
  );
}

function sealText(seal: MinutesView["seal"]): string {
  switch (seal.state) {
    case "off":
      return "";
    case "waiting":
      return t("editions.sealWaiting");
    case "sealed":
      return t("editions.sealed", { who: seal.subject, time: whenText(seal.sealed_at ?? "") });
    case "failed":
      return t("editions.sealFailed", { why: word("sealFault", seal.problem.replace("seal.", "")) });
  }
}
