/** The hospital's half of a call from a station without a link: the code it reads out, and what was advised. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useMe } from "@/context/session";
import { useFrames } from "@/context/socket";
import { useAct } from "@/context/use-act";
import { useDraft } from "@/context/use-draft";
import { readCaseCode } from "@/lib/case-code";
import { serverNow, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { TextArea, TextField } from "@/ui/field";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { SavedMark } from "@/ui/sticky-footer";
import { Pill } from "@/ui/tags";

import { adviceBody, emptyAdvice, givenAtOf, missingIn, type AdviceForm } from "./advice-state";

import type { Schema } from "@/wire/schema";

type Advice = Schema<"PhoneAdviceView">;
const LIST = ["phone-advices"] as const;

export default function PhoneAdviceScreen() {
  const found = useQuery({
    queryKey: LIST,
    queryFn: async () => (await ok(api.GET("/api/phone-advices"))).advices,
  });
  // A case that arrives may be the one.
  useFrames((frame) => {
    if (frame.type === "consult") void found.refetch();
  });
  return (
    <div className="main cols">
      <div className="stack l">
        <PageHeader title={t("advice.heading")} lead={t("advice.lead")} />
        <Form />
      </div>
      <aside className="stack">
        <Card title={t("advice.listTitle")}>
          {found.error !== null && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
          {found.data === undefined && found.error === null && <LoadingRows />}
          {found.data?.length === 0 && <p className="mut">{t("advice.none")}</p>}
          <ul className="stack m">
            {found.data?.map((one) => (
              <Given key={one.id} one={one} />
            ))}
          </ul>
        </Card>
      </aside>
    </div>
  );
}

function Form() {
  const me = useMe();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const [empty] = useState(emptyAdvice);
  const { value, set, savedAt } = useDraft<AdviceForm>("phone-advice", empty);
  const [tried, setTried] = useState(false);
  const [kept, setKept] = useState<Advice | null>(null);
  if (value === null) return <LoadingRows />;
  const form = value;
  const missing = tried ? missingIn(form, serverNow()) : [];
  const change = (part: Partial<AdviceForm>) => {
    setKept(null);
    set((now) => ({ ...now, ...part }));
  };
  const save = () =>
    run("save", async () => {
      const givenAt = givenAtOf(form.givenAt, serverNow());
      if (givenAt === null) return;
      const body = adviceBody(form, me.grant?.facility.id ?? "", givenAt);
      setKept(await ok(api.PUT("/api/phone-advices/{id}", { params: { path: { id: form.id } }, body })));
      set(emptyAdvice());
      setTried(false);
      await queries.invalidateQueries({ queryKey: LIST });
    });
  const typed = form.code.replaceAll(/\D/g, "");
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missingIn(form, serverNow()).length === 0) void save();
      }}
    >
      {kept !== null && (
        <Banner tone="ok" live="status">
          {kept.consult_code === null ? t("advice.saved") : t("advice.savedJoined", { code: kept.consult_code })}
        </Banner>
      )}
      <TextField
        label={t("advice.code")}
        hint={t("advice.codeHint")}
        inputMode="numeric"
        maxLength={16}
        value={form.code}
        error={
          missing.includes("code") || (typed.length >= 8 && readCaseCode(form.code) === null)
            ? t("advice.codeBad")
            : null
        }
        onText={(code) => change({ code })}
      />
      <div className="g2">
        <TextField
          label={t("advice.caller")}
          maxLength={200}
          value={form.caller}
          onText={(caller) => change({ caller })}
        />
        <TextField
          label={t("advice.subject")}
          hint={t("advice.subjectHint")}
          maxLength={200}
          value={form.subject}
          onText={(subject) => change({ subject })}
        />
      </div>
      <TextArea label={t("advice.told")} maxLength={4000} value={form.told} onText={(told) => change({ told })} />
      <TextArea
        label={t("advice.advice")}
        maxLength={4000}
        value={form.advice}
        error={missing.includes("advice") ? t("advice.adviceMissing") : null}
        onText={(advice) => change({ advice })}
      />
      <TextField
        label={t("advice.givenAt")}
        placeholder={t("advice.givenNow")}
        maxLength={5}
        value={form.givenAt}
        error={missing.includes("givenAt") ? t("advice.givenBad") : null}
        onText={(givenAt) => change({ givenAt })}
      />
      <ProblemAlert problem={problem} />
      <div className="row">
        <Button type="submit" tone="primary" size="lg" busy={busy !== null}>
          {t("advice.save")}
        </Button>
        <SavedMark at={savedAt} />
      </div>
    </form>
  );
}

function Given({ one }: { one: Advice }) {
  return (
    <li className="stack t">
      <p className="row">
        <b className="num">{`${one.code.slice(0, 4)} ${one.code.slice(4)}`}</b>
        {one.consult_id === null ? (
          <Pill tone="warn" icon="clock">
            {t("advice.waits")}
          </Pill>
        ) : (
          <Pill tone="ok" icon="check">
            {one.consult_code === null ? t("advice.joinedNoCode") : t("advice.joined", { code: one.consult_code })}
          </Pill>
        )}
      </p>
      <small className="mut">{t("advice.saidBy", { who: one.given_by.name, time: whenText(one.given_at) })}</small>
      <p>{[one.caller, one.subject].filter(Boolean).join(", ")}</p>
      <p>{one.advice}</p>
    </li>
  );
}
