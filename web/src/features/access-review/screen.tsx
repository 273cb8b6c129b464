/** Cases that were opened for a reason: the reader's own words beside what the program knows. Never their content. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText, numberText, shortText, waitWords, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { SegmentedControl } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { TextArea } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { StateTag } from "@/ui/tags";

import type { Schema } from "@/wire/schema";

import "./access-review.css";

type Opening = Schema<"ReviewedAccess">;
type Which = "open" | "done";

export default function AccessReviewScreen() {
  const [which, setWhich] = useState<Which>("open");
  const list = useQuery({
    queryKey: ["access-reviews", which],
    queryFn: ({ signal }) => ok(api.GET("/api/access-reviews", { params: { query: { state: which } }, signal })),
  });
  const openings = list.data?.accesses;
  return (
    <div className="main narrow">
      <PageHeader title={t("accessReview.heading")} lead={t("accessReview.lead")} />
      <SegmentedControl
        label={t("accessReview.filter")}
        choices={[
          { value: "open", label: t("accessReview.open") },
          { value: "done", label: t("accessReview.done") },
        ]}
        value={which}
        onChange={setWhich}
      />
      {list.error !== null && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {openings === undefined ? (
        list.isPending && <LoadingRows rows={6} />
      ) : openings.length === 0 ? (
        <Card>
          <EmptyState
            icon="check"
            title={t(which === "open" ? "accessReview.emptyOpen" : "accessReview.emptyDone")}
            text={t(which === "open" ? "accessReview.emptyOpenText" : "accessReview.emptyDoneText")}
          />
        </Card>
      ) : (
        <>
          <p className="mut" aria-live="polite">
            {t("accessReview.count", { n: numberText(openings.length) })}
          </p>
          <ul className="stack">
            {openings.map((one) => (
              <li key={one.access_id}>
                <OpeningCard one={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function OpeningCard({ one }: { one: Opening }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const act = useAct();
  const judge = (verdict: "justified" | "explain", question = "") =>
    act.run(verdict, async () => {
      const body = { verdict, question };
      await ok(api.POST("/api/access-reviews/{id}", { params: { path: { id: one.access_id } }, body }));
      await queries.invalidateQueries({ queryKey: ["access-reviews"] });
    });
  const used = one.reads === 0 ? t("accessReview.unused") : t("accessReview.usedFor", { span: waitWords(one.used_ms) });
  const waits = one.review !== null && one.review.verdict === "explain" && one.review.explanation === null;
  const done = one.review?.verdict === "justified";
  return (
    <Card title={t("accessReview.who", { name: one.person.name, code: one.code })}>
      <div className="stack">
        <div>
          <StateTag
            tone={one.ground === "emergency" ? "danger" : "info"}
            icon={one.ground === "emergency" ? "siren" : "eye"}
          >
            {word("accessGround", one.ground)}
          </StateTag>
        </div>
        <p className="mut">{t("accessReview.when", { at: shortText(one.opened_at), used })}</p>
        <blockquote className="ar-reason">{`“${one.reason}”`}</blockquote>
        <ul className="ar-facts">
          {one.ground === "emergency" && (
            <li>
              <Icon name={one.on_duty ? "check" : "alert"} />
              {t(one.on_duty ? "accessReview.onDuty" : "accessReview.offDuty")}
            </li>
          )}
          <li>
            <Icon name="eye" />
            {t("accessReview.reads", { n: numberText(one.reads) })}
          </li>
          <li>
            <Icon name="home" />
            {t("accessReview.between", { station: one.station.short_name, hospital: one.hospital.short_name })}
          </li>
          {!done && (
            <li className={one.overdue ? "c-danger" : undefined}>
              <Icon name="clock" />
              {t(one.overdue ? "accessReview.overdue" : "accessReview.due", { day: dayText(one.review_on) })}
            </li>
          )}
        </ul>
        {one.labelled && (
          <Banner tone="info" icon="lock">
            {t("accessReview.labelled")}
          </Banner>
        )}
        {one.review !== null && <Said review={one.review} />}
        <ProblemAlert problem={act.problem} />
        {!done && (
          <div className="row">
            <Button tone="primary" icon="check" busy={act.busy === "justified"} onClick={() => void judge("justified")}>
              {t("accessReview.justify")}
            </Button>
            {!waits && (
              <Button icon="chat" onClick={() => setAsking(true)}>
                {t("accessReview.ask")}
              </Button>
            )}
          </div>
        )}
      </div>
      <AskDialog
        open={asking}
        name={one.person.name}
        busy={act.busy === "explain"}
        problem={act.problem}
        onClose={() => setAsking(false)}
        onAsk={(question) => void judge("explain", question).then((sent) => sent && setAsking(false))}
      />
    </Card>
  );
}

function Said({ review }: { review: Schema<"ReviewView"> }) {
  return (
    <div className="stack t">
      {review.question !== "" && <p>{t("accessReview.asked", { text: review.question })}</p>}
      {review.explanation !== null && review.explained_at !== null && (
        <p>{t("accessReview.answered", { at: whenText(review.explained_at), text: review.explanation })}</p>
      )}
      {review.verdict === "justified" ? (
        <p className="mut">
          {t("accessReview.found", { name: review.reviewed_by.name, at: whenText(review.reviewed_at) })}
        </p>
      ) : (
        review.explanation === null &&
        review.explain_by !== null && (
          <p className="mut">{t("accessReview.waits", { day: dayText(review.explain_by) })}</p>
        )
      )}
    </div>
  );
}

function AskDialog({
  open,
  name,
  busy,
  problem,
  onClose,
  onAsk,
}: {
  open: boolean;
  name: string;
  busy: boolean;
  problem: unknown;
  onClose: () => void;
  onAsk: (question: string) => void;
}) {
  const [question, setQuestion] = useState("");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("accessReview.askTitle", { name })}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button tone="primary" busy={busy} disabled={question.trim() === ""} onClick={() => onAsk(question.trim())}>
            {t("accessReview.send")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextArea
          label={t("accessReview.question")}
          hint={t("accessReview.questionHint")}
          value={question}
          maxLength={1000}
          onText={setQuestion}
        />
        <ProblemAlert problem={problem} />
      </div>
    </Dialog>
  );
}
