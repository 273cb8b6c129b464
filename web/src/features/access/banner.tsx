/** Says on every page that a case is open for a reason, for how long still, and what is asked about it. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";

import { isOfCase, useOpenedCases, type OpenedCases } from "@/context/accesses";
import { useAct } from "@/context/use-act";
import { dayText, leftText, longLeftText, shortText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/clock";
import { Dialog } from "@/ui/dialog";
import { TextArea } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import "./access.css";

const SHORTEST_ANSWER = 10;

type Running = OpenedCases["running"][number];
type Asked = OpenedCases["asked"][number];

export default function OpenedCasesBanner() {
  const { data } = useOpenedCases();
  if (data === undefined || (data.running.length === 0 && data.asked.length === 0)) return null;
  return (
    <div className="ac-bars noprint">
      {data.running.map((one) => (
        <RunningBar key={one.id} one={one} />
      ))}
      {data.asked.map((one) => (
        <AskedBar key={one.access_id} one={one} />
      ))}
    </div>
  );
}

function RunningBar({ one }: { one: Running }) {
  const now = useNow(15_000);
  const queries = useQueryClient();
  const act = useAct();
  const left = Date.parse(one.until_at ?? "") - now;
  if (!(left > 0)) return null;
  const end = () =>
    void act.run("end", async () => {
      const after = await ok(api.POST("/api/accesses/{id}/end", { params: { path: { id: one.id } } }));
      queries.setQueryData(["accesses"], after);
      // What was read through it must not stay on any screen.
      await queries.resetQueries({ predicate: ({ queryKey }) => isOfCase(queryKey, one.consult_id) });
    });
  return (
    <div className="strip warn ac-bar" role="status">
      <Icon name="eye" />
      <span className="sp">
        <Link href={`/opened/${one.consult_id}`}>{t("access.banner", { code: one.code })}</Link>{" "}
        <b>{t("access.left", { left: left < 60_000 ? leftText(left) : longLeftText(left) })}</b>
      </span>
      <Button
        size="compact"
        busy={act.busy !== null}
        onClick={end}
        aria-label={t("access.endCase", { code: one.code })}
      >
        {t("access.end")}
      </Button>
      <ProblemAlert problem={act.problem} />
    </div>
  );
}

function AskedBar({ one }: { one: Asked }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const queries = useQueryClient();
  const act = useAct();
  const send = () =>
    void act.run("send", async () => {
      const after = await ok(
        api.POST("/api/access-reviews/{id}/explanation", {
          params: { path: { id: one.access_id } },
          body: { text: text.trim() },
        }),
      );
      toast(t("access.sent"));
      queries.setQueryData(["accesses"], after);
    });
  return (
    <div className="strip info ac-bar" role="status">
      <Icon name="chat" />
      <span className="sp">{t("access.asked", { code: one.code, at: shortText(one.opened_at) })}</span>
      <Button size="compact" onClick={() => setOpen(true)}>
        {t("access.answer")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("access.asked", { code: one.code, at: shortText(one.opened_at) })}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("common.cancel")}</Button>
            <Button
              tone="primary"
              busy={act.busy !== null}
              disabled={text.trim().length < SHORTEST_ANSWER}
              onClick={send}
            >
              {t("access.send")}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>
            <b>{one.question}</b>
          </p>
          <p className="mut">{`“${one.reason}”`}</p>
          {one.explain_by !== null && <p>{t("access.askedBy", { day: dayText(one.explain_by) })}</p>}
          <TextArea label={t("access.answerLabel")} value={text} maxLength={1000} onText={setText} />
          <ProblemAlert problem={act.problem} />
        </div>
      </Dialog>
    </div>
  );
}
