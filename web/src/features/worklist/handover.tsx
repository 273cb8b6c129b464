/** A case passes to the relief: one says in words where it stands, the other in words that they have it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { RadioCards } from "@/ui/choices";
import { ConfirmDialog } from "@/ui/dialog";
import { TextArea } from "@/ui/field";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import type { Summary } from "@/lib/ring-board";

const LONGEST = 1000;

/** The button on a card of one's own case, and what it opens; while an offer stands, how it stands. */
export function HandOver({ consult }: { consult: Summary }) {
  const [open, setOpen] = useState(false);
  const { keep } = useConsultNews();
  const act = useAct();
  const offered = consult.handover?.state === "offered" ? consult.handover : null;
  if (offered !== null) {
    const withdraw = () =>
      void act.run("withdraw", async () => {
        keep(await ok(api.POST("/api/handovers/{id}/withdraw", { params: { path: { id: offered.id } } })));
      });
    return (
      <>
        <span className="mut">{t("handover.waits", { who: offered.to.name, at: timeText(offered.offered_at) })}</span>
        <Button size="compact" busy={act.busy !== null} onClick={withdraw}>
          {t("handover.withdraw")}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button size="compact" onClick={() => setOpen(true)}>
        {t("handover.offer")}
      </Button>
      {open && <OfferDialog consult={consult} onClose={() => setOpen(false)} />}
    </>
  );
}

function OfferDialog({ consult, onClose }: { consult: Summary; onClose: () => void }) {
  const act = useAct();
  const { keep } = useConsultNews();
  const [id] = useState(uuid7);
  const [to, setTo] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const reliefs = useQuery({
    queryKey: ["reliefs", consult.id],
    queryFn: ({ signal }) =>
      ok(api.GET("/api/consults/{id}/reliefs", { params: { path: { id: consult.id } }, signal })),
  });
  const people = reliefs.data?.people ?? [];
  const chosen = to ?? people[0]?.person.id ?? null;
  const offer = () =>
    void act.run("offer", async () => {
      const body = { consult_id: consult.id, to_id: chosen ?? "", words: words.trim() };
      keep(await ok(api.PUT("/api/handovers/{id}", { params: { path: { id } }, body })));
      toast(t("handover.offered"));
      onClose();
    });
  return (
    <ConfirmDialog
      open
      title={t("handover.title", { code: consult.code })}
      confirm={t("handover.go")}
      busy={act.busy !== null}
      disabled={chosen === null || words.trim() === ""}
      onConfirm={offer}
      onClose={onClose}
    >
      <p>{t("handover.text")}</p>
      {reliefs.isPending && <LoadingRows rows={2} />}
      {reliefs.error !== null && <ProblemAlert problem={reliefs.error} onRetry={() => void reliefs.refetch()} />}
      {reliefs.data !== undefined && people.length === 0 && <Banner tone="warn">{t("handover.nobody")}</Banner>}
      {people.length > 0 && (
        <RadioCards
          legend={t("handover.to")}
          columns="one"
          value={chosen}
          choices={people.map((one) => ({
            value: one.person.id,
            label: one.person.name,
            text: t(one.takes_over ? "handover.takesOver" : "handover.onDuty", {
              from: timeText(one.starts_at),
              to: timeText(one.ends_at),
            }),
          }))}
          onChange={setTo}
        />
      )}
      <TextArea
        label={t("handover.words")}
        hint={t("handover.wordsHint")}
        value={words}
        maxLength={LONGEST}
        rows={4}
        onText={setWords}
      />
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

/** Cases that others want to pass to the one who looks: above all lanes. */
export function Offered({ consults }: { consults: readonly Summary[] }) {
  const me = useMe();
  return consults
    .filter(({ handover }) => handover?.state === "offered" && handover.to.id === me.id)
    .map((consult) => <OfferedCard key={consult.id} consult={consult} />);
}

function OfferedCard({ consult }: { consult: Summary }) {
  const act = useAct();
  const { keep } = useConsultNews();
  const [doing, setDoing] = useState<"take" | "refuse" | null>(null);
  const [words, setWords] = useState("");
  const { handover } = consult;
  if (handover === null) return null;
  const answer = () =>
    void act.run("answer", async () => {
      const at = { params: { path: { id: handover.id } }, body: { words: words.trim() } };
      keep(
        await ok(
          doing === "take" ? api.POST("/api/handovers/{id}/take", at) : api.POST("/api/handovers/{id}/refuse", at),
        ),
      );
      setDoing(null);
    });
  return (
    <Banner
      tone="warn"
      icon="swap"
      live="status"
      title={t("handover.asked", { who: handover.giver.name, station: consult.station.short_name, code: consult.code })}
      action={
        <>
          <Button tone="primary" onClick={() => setDoing("take")}>
            {t("handover.take")}
          </Button>
          <Button onClick={() => setDoing("refuse")}>{t("handover.refuse")}</Button>
        </>
      }
    >
      {handover.words !== null && <p className="wl-words">{handover.words}</p>}
      {doing !== null && (
        <ConfirmDialog
          open
          title={t(doing === "take" ? "handover.takeTitle" : "handover.refuseTitle", { code: consult.code })}
          confirm={t(doing === "take" ? "handover.takeGo" : "handover.refuseGo")}
          busy={act.busy !== null}
          disabled={words.trim() === ""}
          onConfirm={answer}
          onClose={() => setDoing(null)}
        >
          <p className="wl-words">{handover.words}</p>
          <TextArea
            label={t(doing === "take" ? "handover.takeWords" : "handover.refuseWords")}
            value={words}
            maxLength={LONGEST}
            rows={3}
            onText={setWords}
          />
          <ProblemAlert problem={act.problem} />
        </ConfirmDialog>
      )}
    </Banner>
  );
}
