/** The five answers to a ring, by button and by digit. What an answer must ask stands under the same clock. */
import { useEffect, useId, useRef, useState, type ReactNode } from "react";

import { useAct } from "@/context/use-act";
import { t, word } from "@/lib/i18n";
import { timeText } from "@/lib/clock";
import { Button } from "@/ui/button";
import { CheckCard } from "@/ui/choices";
import { TextArea, TextField } from "@/ui/field";
import { KeyHint } from "@/ui/key-hint";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { askForMore, declineRing, SPECIALTIES, type Decline, type Specialty } from "./ring-api";
import { ACTS, refusal, type Act, type Panel } from "./ring-state";

import type { Claim } from "@/context/ring-board";
import type { RingCard, Summary } from "@/lib/ring-board";

const TYPING = "input:not([type=radio],[type=checkbox]), textarea, select";

interface Props {
  consult: Summary;
  ring: RingCard | null;
  claim: Claim;
  onTake: (written: boolean) => void;
  onDone: (consult: string) => void;
  onFold: () => void;
}

export function Answers({ consult, ring, claim, onTake, onDone, onFold }: Props) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const claiming = claim.kind === "claiming";

  const answer = (act: Act) => {
    if (claiming || refusal(act, consult, ring) !== null) return;
    if (act === "take") onTake(false);
    else setPanel(act);
  };
  useSheetKeys((key) => {
    if (key === "Escape") {
      if (panel === null) return false;
      setPanel(null);
      return true;
    }
    const act = ACTS[Number(key) - 1];
    // Inside a panel digits belong to its own choices.
    if (act && panel === null) answer(act);
    return true;
  });

  if (panel !== null) {
    const back = () => setPanel(null);
    const done = (said: string) => {
      toast(said);
      onDone(consult.id);
    };
    switch (panel) {
      case "pass":
        return ring && <Pass ring={ring} onBack={back} onDone={done} />;
      case "specialty":
        return ring && <WrongSpecialty ring={ring} onBack={back} onDone={done} />;
      case "more":
        return <More consult={consult} onBack={back} onDone={done} />;
      case "written":
        return (
          <PanelFrame title={t("ring.writtenTitle", { station: consult.station.short_name })} onBack={back}>
            <p>{t("ring.writtenText")}</p>
            <div className="row">
              <Button tone="primary" size="lg" busy={claiming} onClick={() => onTake(true)}>
                {t("ring.writtenDo")}
              </Button>
            </div>
          </PanelFrame>
        );
    }
  }
  return <Row consult={consult} ring={ring} claim={claim} onAnswer={answer} onFold={onFold} />;
}

function Row({
  consult,
  ring,
  claim,
  onAnswer,
  onFold,
}: Pick<Props, "consult" | "ring" | "claim" | "onFold"> & { onAnswer: (act: Act) => void }) {
  const stat = ACTS.some((act) => refusal(act, consult, ring) === "stat");
  const why = useId();
  const busy = claim.kind === "claiming";
  return (
    <>
      {busy && claim.tries > 1 && (
        <p className="ring-note stat" role="alert">
          {t("ring.tryingAgain", { n: claim.tries })}
        </p>
      )}
      {stat && (
        <p className="ring-why" id={why}>
          {t("ring.statOnlyVoice")}
        </p>
      )}
      <div className="ring-acts">
        {ACTS.map((act, at) => {
          const no = refusal(act, consult, ring);
          if (no === "hidden") return null;
          return (
            <Button
              key={act}
              tone={act === "take" ? "primary" : "plain"}
              size="lg"
              {...(act === "take" && { icon: "phone" as const })}
              busy={busy && act === "take"}
              className={no === null ? "" : "ring-refused"}
              disabled={no !== null || (busy && act !== "take")}
              aria-describedby={no === "stat" ? why : undefined}
              hotkey={String(at + 1)}
              onClick={() => onAnswer(act)}
            >
              {t(`ring.act_${act}`)}
            </Button>
          );
        })}
        {ring === null && (
          <Button size="lg" onClick={onFold}>
            {t("ring.backToWork")}
          </Button>
        )}
      </div>
    </>
  );
}

function PanelFrame({ title, onBack, children }: { title: string; onBack: () => void; children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="ring-panel" aria-labelledby={id}>
      <div className="row">
        <h2 id={id} tabIndex={-1} ref={head} className="sp">
          {title}
        </h2>
        <Button size="compact" onClick={onBack}>
          {t("common.back")} <KeyHint keys={["Esc"]} />
        </Button>
      </div>
      {children}
    </section>
  );
}

const REASONS = ["busy", "operating", "absent"] as const satisfies readonly Decline["reason"][];

interface PanelProps {
  onBack: () => void;
  /** What was done, in one sentence. */
  onDone: (said: string) => void;
}

function Pass({ ring, onBack, onDone }: PanelProps & { ring: RingCard }) {
  const { busy, problem, run } = useAct();
  const [note, setNote] = useState("");
  const pass = async (reason: Decline["reason"]) => {
    const own = reason === "other" ? note.trim() : "";
    if (await run(reason, () => declineRing(ring.ring_id, { reason, note: own }))) onDone(t("ring.passed"));
  };
  useDigits((n) => {
    const reason = REASONS[n - 1];
    if (reason) void pass(reason);
  });
  return (
    <PanelFrame title={t("ring.passTitle")} onBack={onBack}>
      <p className="mut">{t("ring.passText", { at: timeText(ring.consult.sent_at ?? ring.consult.created_at) })}</p>
      <div className="ring-grid">
        {REASONS.map((reason, at) => (
          <Button
            key={reason}
            size="lg"
            busy={busy === reason}
            disabled={busy !== null}
            hotkey={String(at + 1)}
            onClick={() => void pass(reason)}
          >
            {t(`ring.pass_${reason}`)}
          </Button>
        ))}
      </div>
      <form
        className="ring-own"
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim() !== "") void pass("other");
        }}
      >
        <TextField label={t("ring.pass_other")} value={note} onText={setNote} maxLength={200} />
        <Button type="submit" busy={busy === "other"} disabled={busy !== null || note.trim() === ""}>
          {t("ring.passDo")}
        </Button>
      </form>
      <ProblemAlert problem={problem} />
    </PanelFrame>
  );
}

function WrongSpecialty({ ring, onBack, onDone }: PanelProps & { ring: RingCard }) {
  const { busy, problem, run } = useAct();
  const choices = SPECIALTIES.filter((specialty) => specialty !== ring.consult.specialty);
  const move = async (specialty: Specialty) => {
    const sent = () => declineRing(ring.ring_id, { reason: "wrong_specialty", specialty });
    if (await run(specialty, sent)) onDone(t("ring.moved", { specialty: word("specialty", specialty) }));
  };
  useDigits((n) => {
    const specialty = choices[n - 1];
    if (specialty) void move(specialty);
  });
  return (
    <PanelFrame title={t("ring.specialtyTitle")} onBack={onBack}>
      <p className="mut">
        {t("ring.specialtyText", { at: timeText(ring.consult.sent_at ?? ring.consult.created_at) })}
      </p>
      <div className="ring-grid">
        {choices.map((specialty, at) => (
          <Button
            key={specialty}
            size="lg"
            busy={busy === specialty}
            disabled={busy !== null}
            hotkey={String(at + 1)}
            onClick={() => void move(specialty)}
          >
            {word("specialty", specialty)}
          </Button>
        ))}
      </div>
      <ProblemAlert problem={problem} />
    </PanelFrame>
  );
}

const WANTED = ["vitals", "picture", "drugs", "tests", "question"] as const;

function More({ consult, onBack, onDone }: PanelProps & { consult: Summary }) {
  const { busy, problem, run } = useAct();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [own, setOwn] = useState("");
  const asked = [...WANTED.filter((item) => ticked.includes(item)).map((item) => t(`ring.more_${item}`)), own.trim()]
    .filter(Boolean)
    .join("; ");
  const send = async () => {
    const station = consult.station.short_name;
    if (await run("more", () => askForMore(consult.id, asked))) onDone(t("ring.moreSent", { station }));
  };
  return (
    <PanelFrame title={t("ring.moreTitle")} onBack={onBack}>
      <p className="mut">{t("ring.moreText")}</p>
      <div className="ring-ticks">
        {WANTED.map((item) => (
          <CheckCard
            key={item}
            label={t(`ring.more_${item}`)}
            checked={ticked.includes(item)}
            onChange={(on) => setTicked(on ? [...ticked, item] : ticked.filter((held) => held !== item))}
          />
        ))}
      </div>
      <TextArea label={t("ring.moreOwn")} value={own} onText={setOwn} maxLength={300} rows={2} />
      <ProblemAlert problem={problem} />
      <div className="row">
        <Button tone="primary" size="lg" busy={busy !== null} disabled={asked === ""} onClick={() => void send()}>
          {t("ring.moreDo")}
        </Button>
      </div>
    </PanelFrame>
  );
}

/** In the capturing phase, because the sheet keeps keys from the page behind. Answers whether Escape was used. */
function useSheetKeys(onKey: (key: string) => boolean): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
      if (event.key === "Escape") {
        if (latest.current("Escape")) event.preventDefault();
        return;
      }
      // A key held down since before the sheet came must not answer it.
      if (!typing && !event.repeat && /^[1-9]$/.test(event.key)) latest.current(event.key);
    };
    document.addEventListener("keydown", heard, true);
    return () => document.removeEventListener("keydown", heard, true);
  }, []);
}

/** Digits of a panel's own choices. */
function useDigits(onDigit: (n: number) => void): void {
  const born = useRef(0);
  useEffect(() => {
    born.current = performance.now();
  }, []);
  useSheetKeys((key) => {
    // Two quick presses of one digit open a panel and must not choose in it as well.
    if (/^[1-9]$/.test(key) && performance.now() - born.current > 400) onDigit(Number(key));
    return false;
  });
}
