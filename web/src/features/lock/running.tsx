/** What goes on over a locked screen: a call's voice with its end, and rings that can be taken. No word of a patient. */
import { useState, useSyncExternalStore } from "react";
import { useLocation } from "wouter";

import { useRingBoard } from "@/context/ring-board";
import { useAct } from "@/context/use-act";
import { useSeen } from "@/context/use-seen";
import { useTone } from "@/context/use-tone";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { onRunningCall, runningCall } from "@/lib/running-call";
import { Button } from "@/ui/button";
import { Countdown } from "@/ui/clock";
import { Icon } from "@/ui/icon";
import { ProblemAlert } from "@/ui/problem-alert";
import { UrgencyTag } from "@/ui/tags";

import type { RingCard } from "@/lib/ring-board";

export function useRunningCall(): string | null {
  return useSyncExternalStore(onRunningCall, runningCall);
}

export function RunningCall() {
  const call = useRunningCall();
  const { busy, problem, run } = useAct();
  const [asked, setAsked] = useState(false);
  const [, go] = useLocation();
  if (call === null) return null;
  const end = async () => {
    const ended = await run("end", () => ok(api.POST("/api/calls/{id}/end", { params: { path: { id: call } } })));
    if (ended) go("/");
  };
  return (
    <section className="lock-bar lock-voice" aria-label={t("lock.callLabel")}>
      <Icon name="mic" />
      <span className="sp">
        <b>{t("lock.callTitle")}</b>
        <small>{t(asked ? "lock.callEndSure" : "lock.callText")}</small>
      </span>
      {asked && <Button onClick={() => setAsked(false)}>{t("lock.callStay")}</Button>}
      <Button
        tone={asked ? "danger" : "out-danger"}
        busy={busy !== null}
        onClick={() => {
          if (asked) void end();
          else setAsked(true);
        }}
      >
        {t("lock.callEnd")}
      </Button>
      <ProblemAlert problem={problem} />
    </section>
  );
}

export function Rings() {
  const { board, act } = useRingBoard({ listen: true });
  const [taken, setTaken] = useState<readonly string[]>([]);
  const open = board.rings.filter(({ consult }) => !taken.includes(consult.id));
  const deaf = useTone(open.some((ring) => !ring.silent));
  useSeen(open.map((ring) => ring.ring_id));
  return (
    <>
      {open.map((ring) => (
        <Ring
          key={ring.ring_id}
          ring={ring}
          deaf={deaf}
          onTaken={() => {
            setTaken([...taken, ring.consult.id]);
            act({ kind: "done", consult: ring.consult.id });
          }}
        />
      ))}
      {taken.length > 0 && (
        <section className="lock-bar lock-claimed" role="status">
          <Icon name="check" />
          <span className="sp">
            <b>{t("lock.claimedTitle")}</b>
            <small>{t("lock.claimedText")}</small>
          </span>
        </section>
      )}
    </>
  );
}

function Ring({ ring, deaf, onTaken }: { ring: RingCard; deaf: boolean; onTaken: () => void }) {
  const { consult } = ring;
  const { busy, problem, run } = useAct();
  const [, go] = useLocation();
  const take = async () => {
    const path = { params: { path: { id: consult.id } }, body: {} };
    if (!(await run("take", () => ok(api.POST("/api/consults/{id}/accept", path))))) return;
    // Where the record opens when the screen does.
    go(`/consults/${consult.id}/call`);
    onTaken();
  };
  const said = t("lock.ringing", { station: consult.station.short_name });
  return (
    <section className={`lock-bar ${consult.urgency}`} aria-label={said}>
      <UrgencyTag urgency={consult.urgency} practice={consult.practice} />
      <span className="sp">
        <b role="alert">{said}</b>
        <small>
          {word("specialty", consult.specialty)}
          {deaf && ` · ${t("lock.deaf")}`}
        </small>
      </span>
      <b className="big">
        <Countdown deadline={ring.deadline_at} />
      </b>
      <Button tone="primary" size="lg" icon="phone" busy={busy !== null} onClick={() => void take()}>
        {t("lock.take")}
      </Button>
      <ProblemAlert problem={problem} />
    </section>
  );
}
