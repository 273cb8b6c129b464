/** What the station adds while it waits, and its answer when the hospital asks for more. */
import { useState } from "react";

import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { timeText } from "@/lib/clock";
import { sendConsult, type Detail } from "@/lib/consult-api";
import { t, type MessageKey } from "@/lib/i18n";
import { newestVitals } from "@/lib/vitals";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConflictNotice } from "@/ui/conflict";
import { TextArea } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { ProblemAlert } from "@/ui/problem-alert";
import { limitsText, VitalsForm } from "@/ui/vitals-form";

import { vitalFields } from "./waiting-state";

import type { TextKey } from "@/context/use-consult-edits";
import type { Additions } from "./use-additions";
import type { ReactNode } from "react";

const AT_FIRST = 4;
const MAIN_TEXTS: readonly TextKey[] = ["history", "examination", "treatment_given"];
const MORE_TEXTS: readonly TextKey[] = ["past_history", "working_diagnosis", "question"];
const LABEL = {
  reason: "consult.field_reason",
  question: "consult.field_question",
  history: "consult.field_history",
  past_history: "consult.field_past_history",
  examination: "consult.field_examination",
  working_diagnosis: "consult.field_working_diagnosis",
  treatment_given: "consult.field_treatment_given",
} as const satisfies Readonly<Record<TextKey, MessageKey>>;
const LONGEST: Readonly<Partial<Record<TextKey, number>>> = { working_diagnosis: 500, question: 1000 };

/** Beside the ladder: vital signs at once, the words folded away. */
export function Add({ detail, additions, title }: { detail: Detail; additions: Additions; title: string }) {
  return (
    <Card title={title} aside={<small>{t("waiting.addNote")}</small>}>
      <div className="stack">
        <Gone additions={additions} />
        <Vitals detail={detail} additions={additions} />
        <FilesLink consult={detail.summary.id} />
        <details className="more wt-more">
          <summary>
            <Icon name="pen" />
            {t("waiting.addWords")}
          </summary>
          <Words keys={[...MAIN_TEXTS, ...MORE_TEXTS]} additions={additions} />
        </details>
      </div>
    </Card>
  );
}

function FilesLink({ consult }: { consult: string }) {
  return (
    <div>
      <ButtonLink icon="image" to={`/consults/${consult}/files`}>
        {t("title.files")}
      </ButtonLink>
    </div>
  );
}

/** The hospital asks: its question, the fields to answer in, and the one button that rings again. */
export function Answer({
  detail,
  additions,
  question,
  fresh,
  head,
}: {
  detail: Detail;
  additions: Additions;
  question: string;
  fresh: boolean;
  head: ReactNode;
}) {
  const me = useMe();
  const { keep } = useConsultNews();
  const act = useAct();
  const { summary } = detail;
  const nurse = me.grant?.role === "station_nurse";
  const send = () =>
    void act.run("send", async () => {
      // What was typed last goes first: the doctor is rung to a whole answer.
      await additions.edits.flush();
      keep(await sendConsult(summary.id));
    });
  return (
    <Card tone="live">
      <div className="stack">
        {head}
        <div className="ask" role={fresh ? "status" : undefined}>
          <small>{t("waiting.asks", { hospital: summary.hospital.short_name })}</small>
          {question}
        </div>
        <p className="mut">{t("waiting.askPaused")}</p>
        <Gone additions={additions} />
        <Words keys={MAIN_TEXTS} additions={additions} />
        <FilesLink consult={summary.id} />
        <Vitals detail={detail} additions={additions} />
        <details className="more wt-more">
          <summary>
            <Icon name="pen" />
            {t("waiting.moreWords")}
          </summary>
          <Words keys={MORE_TEXTS} additions={additions} />
        </details>
        <ProblemAlert problem={act.problem} />
        {nurse ? (
          <Banner tone="info" title={t("consult.nurseTitle")}>
            {t("consult.nurseText")}
          </Banner>
        ) : (
          <div className="wt-send">
            <span className="saved sp" role="status">
              {!additions.any && (
                <>
                  <Icon name="info" size="sm" />
                  {t("waiting.nothingAdded")}
                </>
              )}
            </span>
            <Button
              tone="primary"
              size="lg"
              icon="send"
              busy={act.busy === "send"}
              disabled={additions.edits.state.stuck}
              onClick={send}
            >
              {t("waiting.sendAgain")}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function Vitals({ detail, additions }: { detail: Detail; additions: Additions }) {
  const [fields] = useState(() => vitalFields(detail));
  const [all, setAll] = useState(false);
  return (
    <fieldset className="fs">
      <legend className="wt-legend">
        {t("waiting.vitals")} <small>{limitsText(additions.subject)}</small>
      </legend>
      <VitalsForm
        idPrefix="wt"
        fields={all ? fields : fields.slice(0, AT_FIRST)}
        texts={additions.vitals}
        limits={additions.limits}
        subject={additions.subject}
        earlier={newestVitals(detail.vitals)}
        onText={additions.setVital}
        onOxygen={additions.setOxygen}
        onLeave={additions.leaveVital}
      />
      {!all && (
        <Button tone="quiet" icon="plus" className="wt-start" onClick={() => setAll(true)}>
          {t("waiting.moreVitals")}
        </Button>
      )}
    </fieldset>
  );
}

function Words({ keys, additions }: { keys: readonly TextKey[]; additions: Additions }) {
  return (
    <div className="stack">
      {keys.map((key) => (
        <TextArea
          key={key}
          label={t(LABEL[key])}
          rows={2}
          maxLength={LONGEST[key] ?? 4000}
          value={additions.text(key)}
          onText={(text) => additions.setText(key, text)}
          onBlur={() => additions.leaveText(key)}
        />
      ))}
    </div>
  );
}

/** Whether what was typed has gone; what must be decided stands first. */
function Gone({ additions }: { additions: Additions }) {
  const { edits, left } = additions;
  const { state, conflict } = edits;
  return (
    <>
      {conflict !== null && (
        <ConflictNotice
          field={conflict.key}
          theirs={conflict.theirs}
          onMine={edits.keepMine}
          onTheirs={additions.takeTheirs}
        />
      )}
      {left !== null && (
        <Banner
          tone="warn"
          icon="history"
          title={t("waiting.leftTitle", { time: timeText(left.at) })}
          action={
            <>
              <Button icon="send" onClick={left.send}>
                {t("waiting.leftSend")}
              </Button>
              <Button onClick={left.drop}>{t("waiting.leftDrop")}</Button>
            </>
          }
        />
      )}
      {state.refused !== null && <ProblemAlert problem={state.refused.problem} />}
      {state.stuck ? (
        <Banner tone="warn" icon="cloudOff" live="status">
          {t("consult.changesUnsent")}
        </Banner>
      ) : (
        additions.any && (
          <p className="saved" role="status">
            <Icon name={state.pending ? "send" : "check"} size="sm" />
            {t(state.pending ? "waiting.sending" : "waiting.allSent")}
          </p>
        )
      )}
    </>
  );
}
