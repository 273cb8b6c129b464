/** One request: what was asked, until when, and what whoever looks may do about it. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText, whenText } from "@/lib/clock";
import { api, fileUrl, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/dialog";
import { TextArea } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { StateTag, type Tone } from "@/ui/tags";

import type { IconName } from "@/ui/icon";
import type { Schema } from "@/wire/schema";

type Request = Schema<"DataRequestView">;
type Step = "finish" | "refuse" | "erase";

const SHORTEST_REASON = 10;
const LOOK: Readonly<Record<Request["state"], readonly [Tone, IconName]>> = {
  received: ["info", "clock"],
  approved: ["warn", "check"],
  refused: ["off", "info"],
  done: ["ok", "check"],
};

export function RequestCard({ one }: { one: Request }) {
  const queries = useQueryClient();
  const act = useAct();
  const [step, setStep] = useState<Step | null>(null);
  const [words, setWords] = useState("");
  const at = { params: { path: { id: one.id } } };
  const [tone, icon] = LOOK[one.state];

  const done = (name: string, work: () => Promise<unknown>) =>
    void act
      .run(name, async () => {
        await work();
        await queries.invalidateQueries({ queryKey: ["data-requests"] });
      })
      .then((worked) => {
        if (worked) setStep(null);
      });
  const open = (next: Step) => {
    act.forget();
    setWords("");
    setStep(next);
  };
  const download = () =>
    done("download", async () => {
      const url = await fileUrl(`/api/patients/${one.patient_id}/export?request=${one.id}`);
      const link = document.createElement("a");
      link.href = url;
      link.download = `${one.patient_code}.zip`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
  const isOpen = one.state === "received" || one.state === "approved";
  const erasure = one.kind === "erasure";
  const mayErase = erasure && one.state === "approved" && one.kept_until === null;

  return (
    <Card
      title={word("dataRequestKind", one.kind)}
      aside={
        <StateTag tone={tone} icon={icon}>
          {word("dataRequestState", one.state)}
        </StateTag>
      }
    >
      <div className="stack">
        <p>
          <b>{t("dataRequest.patient", { code: one.patient_code })}</b>
          {isOpen && (
            <>
              {" · "}
              <span className={one.overdue ? "c-danger" : undefined}>
                {t(one.overdue ? "dataRequest.overdue" : "dataRequest.due", { day: dayText(one.due_on) })}
              </span>
            </>
          )}
        </p>
        {one.words === "" ? (
          <p className="mut">{t("dataRequest.erasedWords")}</p>
        ) : (
          <>
            <p className="dr-words">{one.words}</p>
            <p className="mut">{t("dataRequest.by", { name: one.asked_by })}</p>
          </>
        )}
        <p className="mut">
          {t("dataRequest.received", {
            name: one.received_by.name,
            at: whenText(one.received_at),
            station: one.station.short_name,
          })}
        </p>
        {one.approved_by !== null && one.approved_at !== null && (
          <p className="mut">
            {t("dataRequest.approved", { name: one.approved_by.name, at: whenText(one.approved_at) })}
          </p>
        )}
        {one.answered_by !== null && one.answered_at !== null && (
          <p className="mut">
            {t("dataRequest.answered", { name: one.answered_by.name, at: whenText(one.answered_at) })}
          </p>
        )}
        {one.answer !== "" && <p className="dr-words">{t("dataRequest.answeredWith", { text: one.answer })}</p>}
        {isOpen && erasure && (
          <Banner tone={one.kept_until === null ? "info" : "warn"}>
            {one.kept_until === null
              ? t("dataRequest.mayErase")
              : t("dataRequest.kept", { day: dayText(one.kept_until) })}
            {one.kept_until === null &&
              one.state === "received" &&
              !one.may_approve &&
              ` ${t("dataRequest.waitsApproval")}`}
          </Banner>
        )}
        {step === null && <ProblemAlert problem={act.problem} />}
        {isOpen && (one.may_answer || one.may_approve) && (
          <div className="row">
            {one.may_answer && one.kind === "export" && (
              <Button tone="primary" icon="download" busy={act.busy === "download"} onClick={download}>
                {t("dataRequest.download")}
              </Button>
            )}
            {one.may_answer && !erasure && (
              <Button icon="check" onClick={() => open("finish")}>
                {t("dataRequest.finish")}
              </Button>
            )}
            {one.may_approve && one.kept_until === null && (
              <Button
                tone="primary"
                icon="check"
                busy={act.busy === "approve"}
                onClick={() => done("approve", () => ok(api.POST("/api/data-requests/{id}/approve", at)))}
              >
                {t("dataRequest.approve")}
              </Button>
            )}
            {one.may_answer && mayErase && (
              <Button tone="out-danger" onClick={() => open("erase")}>
                {t("dataRequest.erase")}
              </Button>
            )}
            <Button onClick={() => open("refuse")}>{t("dataRequest.refuse")}</Button>
          </div>
        )}
      </div>
      <ConfirmDialog
        open={step === "finish"}
        onClose={() => setStep(null)}
        onConfirm={() =>
          done("finish", () => ok(api.POST("/api/data-requests/{id}/done", { ...at, body: { answer: words.trim() } })))
        }
        title={t("dataRequest.finishTitle")}
        confirm={t("dataRequest.finishGo")}
        busy={act.busy !== null}
      >
        <div className="stack">
          <p>{t("dataRequest.finishText")}</p>
          <TextArea label={t("dataRequest.answer")} value={words} maxLength={1000} onText={setWords} />
          <ProblemAlert problem={act.problem} />
        </div>
      </ConfirmDialog>
      <ConfirmDialog
        open={step === "refuse"}
        onClose={() => setStep(null)}
        onConfirm={() =>
          done("refuse", () =>
            ok(api.POST("/api/data-requests/{id}/refuse", { ...at, body: { reason: words.trim() } })),
          )
        }
        title={t("dataRequest.refuseTitle")}
        confirm={t("dataRequest.refuseGo")}
        danger
        busy={act.busy !== null}
        disabled={words.trim().length < SHORTEST_REASON}
      >
        <div className="stack">
          <TextArea
            label={t("dataRequest.refuseReason")}
            hint={t("dataRequest.refuseHint")}
            value={words}
            maxLength={1000}
            onText={setWords}
          />
          <ProblemAlert problem={act.problem} />
        </div>
      </ConfirmDialog>
      <ConfirmDialog
        open={step === "erase"}
        onClose={() => setStep(null)}
        onConfirm={() =>
          done("erase", () =>
            ok(
              api.POST("/api/patients/{id}/erase", {
                params: { path: { id: one.patient_id } },
                body: { request_id: one.id },
              }),
            ),
          )
        }
        title={t("dataRequest.eraseTitle", { code: one.patient_code })}
        confirm={t("dataRequest.eraseGo")}
        danger
        busy={act.busy !== null}
      >
        <div className="stack">
          <p>{t("dataRequest.eraseText")}</p>
          <ProblemAlert problem={act.problem} />
        </div>
      </ConfirmDialog>
    </Card>
  );
}
