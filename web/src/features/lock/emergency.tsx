/** An emergency from a locked screen: the condition and a line ring the hospital; the record stays closed. */
import { useState, type SyntheticEvent } from "react";
import { useLocation } from "wouter";

import { useConsultNews, useOpenConsults } from "@/context/consults";
import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { putConsult } from "@/lib/consult-api";
import { CONDITIONS, leastBody } from "@/lib/emergency-start";
import { t, tryT, word } from "@/lib/i18n";
import { keptPhones } from "@/lib/kept-phones";
import { asProblem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { FieldError, RadioCards } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { Phones } from "@/ui/phones";
import { ProblemAlert } from "@/ui/problem-alert";

export default function LockedEmergency({ onBack }: { onBack: () => void }) {
  const me = useMe();
  const { keep } = useConsultNews();
  const { data } = useOpenConsults();
  const { busy, problem, run } = useAct();
  const [, go] = useLocation();
  const [id] = useState(uuid7);
  const [condition, setCondition] = useState<(typeof CONDITIONS)[number] | null>(null);
  const [line, setLine] = useState("");
  const [tried, setTried] = useState(false);
  const sent = data?.find((consult) => consult.id === id);
  const nurse = me.grant?.role === "station_nurse";
  const ready = condition !== null || line.trim() !== "";
  const ring = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!ready || nurse) return;
    const body = leastBody(me.grant?.facility.id ?? "", condition, line, t("emergency.groundReason"));
    const rung = await run("ring", async () => keep(await putConsult(id, body)));
    if (rung) go(`/emergency/${id}`);
  };
  if (sent) {
    const taken = sent.state === "accepted";
    return (
      <div className="stack">
        <h1>{t("title.emergency")}</h1>
        <Banner
          tone={taken ? "ok" : "info"}
          icon={taken ? "video" : "phone"}
          title={taken ? t("lock.takenTitle") : t("lock.emergencySent", { code: sent.code })}
          live={taken ? "alert" : "status"}
        >
          {taken ? t("lock.takenText") : t("lock.emergencySentText")}
        </Banner>
        <Phones phones={sent.phones} urgent />
        <Button tone="primary" size="lg" wide icon="lock" onClick={onBack}>
          {t("lock.toUnlock")}
        </Button>
      </div>
    );
  }
  return (
    <form className="stack" onSubmit={(event) => void ring(event)}>
      <h1>{t("title.emergency")}</h1>
      <p className="mut">{t("lock.emergencyText", { who: me.name })}</p>
      <RadioCards
        legend={t("emergency.what")}
        columns="three"
        choices={CONDITIONS.map((value) => ({
          value,
          label: tryT(`emergency.type_${value}`) ?? word("caseType", value),
          emergency: true,
        }))}
        value={condition}
        onChange={setCondition}
      />
      <TextField
        label={t("emergency.line")}
        placeholder={t("emergency.linePlaceholder")}
        maxLength={200}
        value={line}
        onText={setLine}
      />
      {tried && !ready && (
        <div role="alert">
          <FieldError>{t("emergency.needOne")}</FieldError>
        </div>
      )}
      {nurse && (
        <Banner tone="warn" title={t("consult.nurseTitle")}>
          {t("emergency.nurse")}
        </Banner>
      )}
      <ProblemAlert problem={problem} />
      {(nurse || (problem !== null && asProblem(problem).isLine)) && <Phones phones={keptPhones()} urgent />}
      <Button type="submit" tone="danger" size="lg" wide icon="phone" busy={busy !== null} disabled={nurse}>
        {busy !== null ? t("emergency.calling") : t("emergency.call")}
      </Button>
      <Button wide icon="left" onClick={onBack}>
        {t("lock.back")}
      </Button>
    </form>
  );
}
